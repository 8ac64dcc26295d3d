using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Api;
using Sophia.Web.Figures;
using Sophia.Web.Languages;

namespace Sophia.Web.Rows;

/// <summary>The rows behind a figure, and that they add up to it.</summary>
public sealed partial class RowsPage
{
    private const int Step = 100;

    // What a browser scrolls through with ease; the export has all of them.
    private const int MostShown = 1_000;

    private int _wanted = Step;

    /// <summary>The metric's key.</summary>
    [SupplyParameterFromQuery]
    public string? Metric { get; set; }

    /// <summary>The first day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>What is kept.</summary>
    [SupplyParameterFromQuery]
    public string? Filter { get; set; }

    [Inject]
    private RowsClient Client { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/rows");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    private RowsQuery Query => new(Metric, From, To, Filter);

    private string Name => Text.Name(Metric ?? string.Empty, Data?.Metric.Name ?? MetricCatalog.Find(Metric ?? string.Empty)?.Name ?? Text["rows.title"]);

    private string Period => Data is not { } rows ? string.Empty
        : rows.Filters.Count == 0 ? PeriodText.Range(Text, new(rows.From, rows.To))
        : $"{PeriodText.Range(Text, new(rows.From, rows.To))} · {string.Join(" · ", rows.Filters.Select(Describe))}";

    private string Value => Data!.Metric.Suppressed ? Text["withheld"] : Write(Data.Metric.Value);

    private string Proof => Data!.Parts switch
    {
        [{ Part: MetricPart.Value, Total: { } total, Rows: { } count }] when total == Data.Metric.Value =>
            Text["rows.proof", count.ToString("N0", CultureInfo.CurrentCulture), Write(total)],
        [{ Part: MetricPart.Numerator, Total: { } over }, { Part: MetricPart.Denominator, Total: { } under }] =>
            Text["rows.quotient", Plain(over), Plain(under), Value],
        [{ Part: MetricPart.Value, Total: { } now }, { Part: MetricPart.Before, Total: { } before }] =>
            Text["rows.growth", Plain(now), Plain(before), Value],
        [{ Total: null }, ..] or [_, { Total: null }] => Text["tile.withheld"],
        [] or [{ Rows: 0 }] => Text["rows.none"],
        [{ Total: { } sum }, ..] => Text["rows.differs", Plain(sum), Value],
    };

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<MetricRows>> ReadAsync(CancellationToken cancellationToken)
    {
        MetricRows? read = null;
        while (true)
        {
            var limit = Math.Min(RowsClient.PageSize, _wanted - (read?.Items.Count ?? 0));
            var answer = await Client.ReadAsync(Query, read?.Next, limit, cancellationToken);
            if (answer is not ApiAnswer<MetricRows>.Success { Value: var page })
            {
                return answer;
            }

            read = read is null ? page : page with { Items = [.. read.Items, .. page.Items] };
            if (read.Next is null || read.Items.Count >= _wanted)
            {
                return new ApiAnswer<MetricRows>.Success(read);
            }
        }
    }

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted + Step, MostShown);
        await LoadAsync();
    }

    private string Describe(MetricFilter filter) => Text["rows.filter", Text["dimension." + filter.Dimension], string.Join(", ", filter.Members)];

    private string Amount(MetricPart part, decimal? amount) => Data!.Parts is [{ Part: MetricPart.Value }] && part == MetricPart.Value ? Write(amount) : Plain(amount);

    private string Write(decimal? value) => FigureText.Write(Text, value, Data!.Metric.Unit, Data.Metric.Currency);

    private static string Plain(decimal? value) => value?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? FigureText.NoData;
}
