using Microsoft.Extensions.DependencyInjection;
using Sophia.Agents.Analysis;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;
using Sophia.Tests.Data;

namespace Sophia.Tests.Agents.Analysis;

public sealed class CorrelationAnalysisTests
{
    private const int Months = 48;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_that_revenue_follows_two_months_later_are_found_and_keep_the_day_of_the_first_look()
    {
        await using var company = await StartAsync();
        var calls = Draw(seed: 3);
        await company.LearnAsync(Facts(company, calls, [.. calls.Select((_, month) => month < 2 ? 30 : (10 * calls[month - 2]) + (month * 5))]));
        await company.Get<CorrelationAnalysis>().RunOnceAsync(Cancelled);
        var first = company.Clock.Now;
        company.Clock.Now += TimeSpan.FromDays(1);
        await company.Get<CorrelationAnalysis>().RunOnceAsync(Cancelled);

        var answer = await ReadAsync(company);

        Assert.Equal(company.Clock.Now, answer.LookedAt);
        var found = Assert.Single(answer.Correlations, static one => one.Correlation is { Leading: "calls.held", Following: "revenue.won" });
        Assert.Equal((2, first), (found.Correlation.Lag, found.FoundAt));
        Assert.True(found.Correlation.Correlation > 0.7);
        Assert.Contains("'Revenue' tends to move in the same direction 2 months later", found.Statement, StringComparison.Ordinal);
        Assert.StartsWith("/api/v1/dashboard/metrics?metrics=calls.held,revenue.won&from=", found.Figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_company_where_nothing_hangs_together_nothing_is_told()
    {
        await using var company = await StartAsync();
        await company.LearnAsync(Facts(company, Draw(seed: 1), Draw(seed: 2)));
        await company.Get<CorrelationAnalysis>().RunOnceAsync(Cancelled);

        var answer = await ReadAsync(company);

        Assert.True(answer.Compared > 5);
        Assert.Empty(answer.Correlations);
    }

    private static Task<DataHost> StartAsync() => DataHost.StartAsync(static services => services.AddSingleton<CorrelationAnalysis>());

    private static async Task<CorrelationsAnswer> ReadAsync(DataHost company) =>
        (await company.Get<AnalysisResults>().FindAsync(AnalysisResults.Correlations, PredictionJson.Default.CorrelationsAnswer, Cancelled))!;

    private static int[] Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Months).Select(_ => random.Next(3, 16))];
    }

    /// <summary>So many calls a month, and a deal won in the month for so much.</summary>
    private static IEnumerable<Fact> Facts(DataHost company, int[] calls, int[] revenue)
    {
        var today = DateOnly.FromDateTime(company.Clock.Now.UtcDateTime);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        return [
            .. SampleFacts.Stages,
            .. revenue.Select((amount, month) => SampleFacts.Deal($"{month}", amount, (SampleFacts.New, Day(month, 2)), (SampleFacts.Won, Day(month, 9)))),
            .. calls.SelectMany((count, month) => Enumerable.Range(0, count).Select(number => SampleFacts.Call($"{month}-{number}", Day(month, number + 3)))),
        ];

        string Day(int month, int day) => first.AddMonths(month).AddDays(day - 1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
