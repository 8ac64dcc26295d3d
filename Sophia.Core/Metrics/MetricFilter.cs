namespace Sophia.Core.Metrics;

/// <summary>Keeps what belongs to one of some members of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Members">The members, in order and each once; empty text stands for what the source does not say.</param>
public sealed record MetricFilter(Dimension Dimension, IReadOnlyList<string> Members)
{
    /// <summary>Compares what is said, not whether the lists are the same object.</summary>
    public bool Equals(MetricFilter? other) =>
        other is not null && Dimension == other.Dimension && Members.SequenceEqual(other.Members, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Dimension, Members.Count);

    /// <summary>The filter as it is written: <c>region:EMEA,region:APAC</c>; a comma or backslash in a member stands behind a backslash.</summary>
    public override string ToString() => string.Join(',', Members.Select(member => $"{MetricFilterText.NameOf(Dimension)}:{MetricFilterText.Escape(member)}"));
}
