using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>By how much a row of <c>metric_rollup</c> moves.</summary>
internal sealed class RollupCell
{
    /// <summary>By how many contributions.</summary>
    public long Entries { get; set; }

    /// <summary>By how much, per component of <see cref="MetricComponents.All"/>.</summary>
    public decimal[] Values { get; } = new decimal[MetricComponents.All.Count];

    /// <summary>Whether the row stays as it is.</summary>
    public bool IsNothing => Entries == 0 && Array.TrueForAll(Values, static value => value == 0);
}
