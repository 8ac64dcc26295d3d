namespace Sophia.Core.Dashboard;

/// <summary>How fresh an answer's figures are, over all their sources.</summary>
public sealed record Freshness
{
    /// <summary>The worst of the sources.</summary>
    public required FreshnessStatus Status { get; init; }

    /// <summary>The sources, by name.</summary>
    public required IReadOnlyList<SourceFreshness> Sources { get; init; }
}
