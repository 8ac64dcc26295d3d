using Microsoft.Extensions.Options;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Metrics;

namespace Sophia.Data.Predictions;

/// <summary>How the pipeline moved, and whether it is enough.</summary>
/// <param name="pipeline">The pipeline as it was.</param>
/// <param name="closed">What ended deals were worth.</param>
/// <param name="metrics">Knows how fresh the deals are.</param>
/// <param name="organisation">The organisation's currency.</param>
/// <param name="clock">The present.</param>
public sealed class SalesFigures(
    PipelineHistory pipeline, ClosedValues closed, MetricReader metrics, IOptions<OrganisationOptions> organisation, TimeProvider clock)
{
    /// <summary>The waterfall of a range of days.</summary>
    /// <param name="range">The days; where they are not over the present is the end.</param>
    /// <param name="scope">Which open deals are counted.</param>
    /// <param name="filters">What deals to keep, by dimensions that deals have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WaterfallAnswer> ReadWaterfallAsync(
        DateRange range, WaterfallScope scope, IReadOnlyList<MetricFilter> filters, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (state, waterfall) = await ReadAsync(range, scope, filters, now, cancellationToken);
        var freshness = await FreshnessAsync(cancellationToken);
        return new()
        {
            From = range.From,
            To = range.To,
            Scope = scope,
            Filters = [.. filters.Select(static filter => filter.ToString())],
            Currency = organisation.Value.Currency,
            AsOf = now,
            Freshness = freshness,
            Waterfall = IsKnown(freshness, state) ? waterfall : null,
            OpenAtStart = state.OpenAtStart,
            FirstHeardLater = state.FirstHeardLater,
        };
    }

    /// <summary>How the pipeline of the running quarter compares with what is still to be won in it.</summary>
    /// <param name="target">What should be won; null for what the same quarter of the year before brought.</param>
    /// <param name="filters">What deals to keep, by dimensions that deals have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CoverageAnswer> ReadCoverageAsync(decimal? target, IReadOnlyList<MetricFilter> filters, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var quarter = QuarterOf(DateOnly.FromDateTime(now.UtcDateTime));
        var (_, waterfall) = await ReadAsync(quarter, WaterfallScope.Period, filters, now, cancellationToken);
        var won = (await closed.ReadAsync(quarter, filters, cancellationToken)).Won;
        var lastYear = (await closed.ReadAsync(quarter.PreviousYear(), filters, cancellationToken)).Won;
        var past = await closed.ReadAsync(new(quarter.From.AddYears(-1), quarter.From.AddDays(-1)), filters, cancellationToken);
        var wanted = target ?? (lastYear > 0 ? lastYear : null);
        return new()
        {
            From = quarter.From,
            To = quarter.To,
            Filters = [.. filters.Select(static filter => filter.ToString())],
            Currency = organisation.Value.Currency,
            AsOf = now,
            Freshness = await FreshnessAsync(cancellationToken),
            Target = wanted,
            TargetIsGiven = target is not null,
            Won = won,
            ValueWon = past.Won,
            ValueClosed = past.Closed,
            Coverage = wanted is { } goal ? PipelineCoverage.Of(goal, won, waterfall.End, past.Won, past.Closed) : null,
        };
    }

    /// <summary>The calendar quarter of a UTC day.</summary>
    public static DateRange QuarterOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return new(first, first.AddMonths(3).AddDays(-1));
    }

    // Days are whole: today ends at midnight, as it does for the metrics.
    private async Task<(PipelineState State, PipelineWaterfall Waterfall)> ReadAsync(
        DateRange range, WaterfallScope scope, IReadOnlyList<MetricFilter> filters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tomorrow = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
        var (from, before) = (Midnight(range.From), Midnight(range.To.AddDays(1)));
        var end = Earlier(before, Midnight(tomorrow));
        var state = await pipeline.ReadAsync(Earlier(from, end), end, filters, cancellationToken);
        return (state, scope switch
        {
            WaterfallScope.Period => PipelineWaterfall.Between(state.Start, state.End, from, before),
            WaterfallScope.All => PipelineWaterfall.Between(state.Start, state.End),
        });
    }

    private async Task<Freshness> FreshnessAsync(CancellationToken cancellationToken) =>
        (await metrics.ReadFreshnessAsync(cancellationToken)).Of([FactFamily.Sales]);

    private static bool IsKnown(Freshness freshness, PipelineState state) =>
        freshness.Status is not FreshnessStatus.NoData || state.Start.Count > 0 || state.End.Count > 0;

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
