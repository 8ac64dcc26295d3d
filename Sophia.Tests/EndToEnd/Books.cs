using System.Text.Json.Nodes;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

/// <summary>The made-up company's own books, which Sophia's figures must agree with.</summary>
internal static class Books
{
    /// <summary>The figures since the company began are those of its books.</summary>
    public static async Task AssertAgreeAsync(RunningStack stack)
    {
        var books = await stack.ReadTotalsAsync();
        decimal?[] expected = [Number(books, "wonRevenue"), Number(books, "won"), Number(books, "lost"), Number(books, "created"), Number(books, "openDeals"), Number(books, "openAmount")];
        // The replica that is asked may hear of the last movement a moment after the one that told of it.
        await Eventually.SeeAsync(
            async () => string.Join(", ", (await stack.ReadMetricsAsync("from=2020-01-01&metrics=revenue.won,deals.won,deals.lost,deals.created,pipeline.deals,pipeline.open"))
                .Metrics.Zip(expected)
                .Where(static pair => pair.First.Value != pair.Second)
                .Select(static pair => $"{pair.First.Metric} is {pair.First.Value} and not {pair.Second}")),
            static differing => differing.Length == 0,
            TimeSpan.FromSeconds(10));
    }

    private static decimal? Number(JsonObject books, string name) => books[name]!.GetValue<decimal>();
}
