using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Hierarchies;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Metrics;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says what to expect of the metrics in the months to come, in total and by region so that the regions add up to the total.</summary>
internal sealed class ForecastAnalysis(MetricReader reader, MetricForecasts forecasts, AnalysisSchedule schedule, AnalysisRuns runs)
{
    public const string Name = "forecasts";

    // Half a year, of which the running month is the first.
    private const int Horizon = 6;

    // Ten years of months are more than any model can use.
    private const int MostMonths = 120;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await schedule.FindDueAsync(Name, cancellationToken) is not { } run)
        {
            return;
        }

        var now = run.At;

        List<MetricForecast> made = [];
        foreach (var metric in MetricCatalog.All.Where(static metric => metric.Formula is MetricFormula.Total))
        {
            var splits = metric.Dimensions.Contains(Dimension.Region);
            var answer = await reader.ReadAsync(Query(metric, splits, now), cancellationToken);
            made.AddRange(Expect(metric, answer.Metrics[0], now));
        }

        await forecasts.StoreAsync(made, now, cancellationToken);
        await runs.StoreAsync(
            Name, run with { Declined = made.TrueForAll(static one => one.Points.Count == 0) ? "No metric has enough history." : null }, cancellationToken);
    }

    private static MetricQuery Query(MetricDefinition metric, bool split, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        return new()
        {
            Metrics = [metric],
            Range = new(thisMonth.AddMonths(-MostMonths), thisMonth.AddDays(-1)),
            Granularity = Granularity.Month,
            GroupBy = split ? Dimension.Region : null,
        };
    }

    private static IEnumerable<MetricForecast> Expect(MetricDefinition metric, MetricResult result, DateTimeOffset now)
    {
        var months = MonthsOf(result.Points);
        var total = Run(months);
        if (total is not Forecast { } company || result.Groups is not { Count: > 1 } groups)
        {
            return [Describe(metric, null, months, total, now)];
        }

        var parts = groups.ToDictionary(static group => group.Key ?? "", static group => Run(MonthsOf(group.Points)), StringComparer.Ordinal);
        if (parts.Values.Any(static part => part is not Forecast))
        {
            // Parts without a forecast cannot add up to anything: the whole stands alone.
            return [Describe(metric, null, months, total, now)];
        }

        var whole = string.Join('\u001f', parts.Keys);
        var reconciled = Reconciliation.Reconcile(
            new Hierarchy([.. parts.Keys], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [whole] = [.. parts.Keys] }),
            parts.Select(static part => KeyValuePair.Create(part.Key, (Forecast)part.Value)).Append(new(whole, company)).ToDictionary(StringComparer.Ordinal));
        return
        [
            Describe(metric, null, months, reconciled[whole], now),
            .. groups.Select(group => Describe(metric, group.Key ?? "", MonthsOf(group.Points), reconciled[group.Key ?? ""], now)),
        ];
    }

    // Months before the first one with data are not zeros of the business but unknown, and that one may have begun before the data.
    private static MetricPoint[] MonthsOf(IReadOnlyList<MetricPoint> points) => [.. points.SkipWhile(static point => point.Value is null or 0).Skip(1)];

    private static ForecastOutcome Run(MetricPoint[] months) => Forecaster.Forecast(new()
    {
        Values = Array.ConvertAll(months, static point => point.Value is { } value ? (double)value : double.NaN),
        Horizon = Horizon,
        Seasons = [12],
        Floor = 0,
    });

    private static MetricForecast Describe(MetricDefinition metric, string? region, MetricPoint[] months, ForecastOutcome outcome, DateTimeOffset now)
    {
        var first = months is [.., var last] ? last.Start.AddMonths(1) : DateOnly.FromDateTime(now.UtcDateTime);
        var described = new MetricForecast
        {
            Metric = metric.Key,
            Dimension = region is null ? null : Dimension.Region,
            Member = region,
            MadeAt = now,
            Granularity = Granularity.Month,
            Periods = months.Length,
            Points = [],
            Reason = (outcome as DeclinedForecast)?.Reason ?? "",
        };
        return outcome is not Forecast forecast ? described : described with
        {
            Points = [.. forecast.Mean.Select((mean, step) => new ForecastPoint(
                first.AddMonths(step), Rounded(mean), Rounded(Math.Max(0, forecast.Lower[step])), Rounded(forecast.Upper[step])))],
            Level = forecast.Level,
            Models = forecast.Models,
            Reason = forecast.Reason,
            BackTest = forecast.BackTest,
        };
    }

    private static decimal Rounded(double value) => decimal.Round((decimal)value, 2);
}
