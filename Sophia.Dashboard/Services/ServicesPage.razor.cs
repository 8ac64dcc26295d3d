using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Charts;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Services;

/// <summary>Rate, errors and duration of every service and endpoint, and who calls whom.</summary>
public sealed partial class ServicesPage(ServiceQueries services) : WindowedComponent
{
    private const int HeatColumns = 60;
    private ServicesAnswer? _answer;
    private ServiceMap? _map;
    private LatencyHeatMap? _heatMap;
    private ChartContent? _heat;
    private DateTimeOffset _from;
    private DateTimeOffset? _covered;

    /// <summary>map, or the table.</summary>
    [SupplyParameterFromQuery]
    public string? View { get; set; }

    /// <summary>The service whose endpoints show.</summary>
    [SupplyParameterFromQuery]
    public string? Service { get; set; }

    /// <summary>The endpoint whose latencies show.</summary>
    [SupplyParameterFromQuery]
    public string? Operation { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Spans;

    private bool IsMap => View == "map";

    private ServiceOverview? Chosen => _answer?.Services.FirstOrDefault(one => one.Service == Service);

    private string Summary => _answer is { Services.Count: > 0 } answer
        ? $"{NumberText.Count(answer.Services.Count, "service", "services")}, {NumberText.Rate(answer.Services.Sum(static one => one.Totals.PerSecond))}, {NumberText.Percent(ErrorShare(answer))} failed"
        : "";

    private string HeatSummary => _heatMap is { } heat
        ? $"{NumberText.Count(heat.Counts.Sum(static column => column?.Sum() ?? 0))} requests by begin and duration"
        : "";

    private IEnumerable<(DateTimeOffset Begun, TimeSpan Most, long Count)> HeatRows => _heatMap is { } heat
        ? heat.Counts.SelectMany((column, index) => (column ?? []).Select((count, row) => (heat.From + (heat.Step * index), heat.UpperBounds[row], count)))
            .Where(static cell => cell.count > 0).Reverse()
        : [];

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (from, to) = Window.Resolve(Now);
        _answer = await services.OverviewAsync(from, to, cancellationToken);
        _map = IsMap ? await services.MapAsync(from, to, cancellationToken) : null;
        _from = from;
        _covered = _answer.CoveredFrom;
        if (Chosen is { } chosen)
        {
            _heatMap = await services.HeatMapAsync(chosen.Service, Operation.OrNull(), from, to, HeatColumns, cancellationToken);
            _heat = Draw(_heatMap, Time.IsUtc);
        }
    }

    private static double? ErrorShare(ServicesAnswer answer)
    {
        var requests = answer.Services.Sum(static one => one.Totals.Requests);
        return requests == 0 ? null : (double)answer.Services.Sum(static one => one.Totals.Errors) / requests;
    }

    private static ChartContent? Draw(LatencyHeatMap heat, bool utc)
    {
        // Rows above the slowest request and below the fastest would only make the others thin.
        var used = heat.Counts.Where(static column => column is not null)
            .SelectMany(static column => column!.Select(static (count, row) => (count, row))).Where(static cell => cell.count > 0).Select(static cell => cell.row).ToList();
        if (used.Count == 0)
        {
            return null;
        }

        var (lowest, highest) = (used.Min(), used.Max());
        List<long[]> cells = [];
        List<int> unknown = [];
        for (var column = 0; column < heat.Counts.Count; column++)
        {
            if (heat.Counts[column] is not { } counts)
            {
                unknown.Add(column);
                continue;
            }

            for (var row = lowest; row <= highest; row++)
            {
                if (counts[row] > 0)
                {
                    cells.Add([column, row - lowest, counts[row]]);
                }
            }
        }

        return new(
            "", heat.From.Milliseconds(), (heat.From + (heat.Step * heat.Counts.Count)).Milliseconds(), utc, [], [], [],
            new([.. heat.Counts.Select((_, column) => (heat.From + (heat.Step * column)).Milliseconds())],
                [.. heat.UpperBounds.Skip(lowest).Take(highest - lowest + 1).Select(DurationText.Write)], cells, unknown));
    }

    private void Pick(int column, int row)
    {
        var heat = _heatMap!;
        var lowest = heat.Counts.Where(static counts => counts is not null).SelectMany(static counts => counts!.Select(static (count, at) => (count, at)))
            .Where(static cell => cell.count > 0).Min(static cell => cell.at);
        var window = TimeWindow.Between(heat.From + (heat.Step * column), heat.From + (heat.Step * (column + 1)));
        var least = row + lowest > 0 ? heat.UpperBounds[row + lowest - 1] : TimeSpan.Zero;
        Go(
            Address.Of(
                "/traces", ("resource", Service), ("operation", Operation), ("min", least.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture)),
                ("from", window.FromText), ("to", window.ToText)),
            replace: false);
    }

    private string To(string? view = null, string? service = null, string? operation = null, TimeWindow? window = null) => Address.Of(
        "/overview", [("view", view ?? View), ("service", service ?? Service), ("operation", operation ?? Operation), .. Say(window)]);
}
