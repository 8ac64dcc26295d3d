using Sophia.Core.Metrics;

namespace Sophia.Core.Dashboard;

/// <summary>What is known of one source of the figures.</summary>
public sealed record SourceFreshness
{
    /// <summary>The connection, for example <c>hubspot</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How far its figures can be relied on.</summary>
    public required FreshnessStatus Status { get; init; }

    /// <summary>When the source was last reached with success, or null if never.</summary>
    public required DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Objects loaded of the history so far.</summary>
    public required long Loaded { get; init; }

    /// <summary>Objects that the source says its history has, or null while unknown.</summary>
    public required long? Total { get; init; }

    /// <summary>What went wrong at the last attempt, or null if it succeeded.</summary>
    public required string? Error { get; init; }

    /// <summary>What it tells facts of; empty while it has not told any.</summary>
    public IReadOnlyList<FactFamily> Families { get; init; } = [];

    /// <summary>Compares what is said, not whether the lists are the same object.</summary>
    public bool Equals(SourceFreshness? other) =>
        other is not null
        && (Source, Status, CheckedAt, Loaded, Total, Error) == (other.Source, other.Status, other.CheckedAt, other.Loaded, other.Total, other.Error)
        && Families.SequenceEqual(other.Families);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Source, Status, CheckedAt);
}
