using System.Globalization;
using Sophia.Core.Analytics.Discovery.Correlations;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Metrics;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says once a day which metrics go before others, by month.</summary>
internal sealed class CorrelationAnalysis(MetricReader reader, AnalysisResults results, TimeProvider clock)
{
    // Five years of months: what went together before has often changed since.
    private const int Months = 60;
    private const int Season = 12;
    private const int MostLag = 6;

    // Growth is its metric once more.
    private static readonly MetricDefinition[] s_metrics = [.. MetricCatalog.All.Where(static metric => metric.Formula is not MetricFormula.Growth)];

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await results.FindAsync(AnalysisResults.Correlations, PredictionJson.Default.CorrelationsAnswer, cancellationToken);
        if (last?.LookedAt is { } at && at.UtcDateTime.Date == now.UtcDateTime.Date)
        {
            return;
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var range = new DateRange(thisMonth.AddMonths(-Months), thisMonth.AddDays(-1));
        var answer = await reader.ReadAsync(new() { Metrics = s_metrics, Range = range, Granularity = Granularity.Month }, cancellationToken);
        MetricSeries[] series =
        [
            .. answer.Metrics.Select(static metric => new MetricSeries(metric.Metric, Known(metric.Points))).Where(static one => one.Values.Any(static value => value is not null)),
        ];
        var found = CorrelationSearch.Find(series, Season, MostLag, isAsked: IsAsked);
        var before = (last?.Correlations ?? []).ToDictionary(static one => (one.Correlation.Leading, one.Correlation.Following), static one => one.FoundAt);
        await results.StoreAsync(
            AnalysisResults.Correlations, now,
            new(now, CorrelationSearch.Procedure, series.Length,
                [.. found.Select(one => new MetricCorrelation(one, Statement(one), before.GetValueOrDefault((one.Leading, one.Following), now), Figures(one, range)))]),
            PredictionJson.Default.CorrelationsAnswer, cancellationToken);
    }

    // Metrics of the same figures go together by arithmetic, and so do those of the same facts within a month.
    private static bool IsAsked(string leading, string following, int lag)
    {
        var (one, other) = (MetricCatalog.Find(leading)!, MetricCatalog.Find(following)!);
        return !one.Formula.Components.Any(other.Formula.Components.Contains)
            && (lag > 0 || !one.Formula.Components.Any(component => other.Formula.Components.Any(its => its.Fact.Family == component.Fact.Family)));
    }

    // Months before the first one with data are not zeros of the business but unknown, and that one may have begun before the data.
    private static double?[] Known(IReadOnlyList<MetricPoint> points)
    {
        var first = points.TakeWhile(static point => point.Value is null or 0).Count();
        return [.. points.Select((point, month) => month <= first ? null : (double?)point.Value)];
    }

    private static string Statement(LaggedCorrelation found)
    {
        var (leading, following) = (MetricCatalog.Find(found.Leading)!.Name, MetricCatalog.Find(found.Following)!.Name);
        var moves = found.Correlation > 0 ? "in the same direction" : "in the opposite direction";
        var when = found.Lag switch { 0 => "in the same month", 1 => "a month later", _ => string.Create(CultureInfo.InvariantCulture, $"{found.Lag} months later") };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"When '{leading}' moves out of its usual course, '{following}' tends to move {moves} {when}: correlation {found.Correlation:0.00} ({found.Lower:0.00} to {found.Upper:0.00}) over {found.Steps} months.");
    }

    private static string Figures(LaggedCorrelation found, DateRange range) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/v1/dashboard/metrics?metrics={found.Leading},{found.Following}&from={range.From:yyyy-MM-dd}&to={range.To:yyyy-MM-dd}&granularity=month");
}
