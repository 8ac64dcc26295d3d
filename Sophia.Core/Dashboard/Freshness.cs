using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>How fresh an answer's figures are, over all their sources.</summary>
public sealed record Freshness
{
    /// <summary>The worst of the sources.</summary>
    public required FreshnessStatus Status { get; init; }

    /// <summary>The sources, by name.</summary>
    public required IReadOnlyList<SourceFreshness> Sources { get; init; }

    /// <summary>
    /// How fresh figures of <paramref name="families"/> are: over the sources of their facts. A source that has not told anything
    /// yet may turn out to be one of a family without sources.
    /// </summary>
    public Freshness Of(IEnumerable<FactFamily> families)
    {
        var asked = families.ToHashSet();
        var orphaned = asked.Any(family => !Sources.Any(source => source.Families.Contains(family)));
        return Over([.. Sources.Where(source => source.Families.Any(asked.Contains) || (orphaned && source.Families.Count == 0))]);
    }

    /// <summary>How fresh figures from all of <paramref name="sources"/> are.</summary>
    public static Freshness Over(IReadOnlyList<SourceFreshness> sources) => new() { Status = Worst(sources), Sources = sources };

    // Incomplete is worse than old. Only where no source has given anything there is no data.
    private static FreshnessStatus Worst(IReadOnlyList<SourceFreshness> sources)
    {
        if (sources.All(static source => source.Status == FreshnessStatus.NoData))
        {
            return FreshnessStatus.NoData;
        }

        if (sources.Any(static source => source.Status is FreshnessStatus.NoData or FreshnessStatus.Loading))
        {
            return FreshnessStatus.Loading;
        }

        return sources.Any(static source => source.Status == FreshnessStatus.Stale) ? FreshnessStatus.Stale : FreshnessStatus.Fresh;
    }
}
