namespace Sophia.Core.Metrics;

/// <summary>Arithmetic over components. Ratios are recomputed from their parts at every level, never averaged.</summary>
public abstract record MetricFormula
{
    private MetricFormula()
    {
    }

    /// <summary>The components that the formula reads.</summary>
    public abstract IReadOnlyList<MetricComponent> Components { get; }

    /// <summary>The component itself.</summary>
    public sealed record Total(MetricComponent Component) : MetricFormula
    {
        /// <inheritdoc />
        public override IReadOnlyList<MetricComponent> Components => [Component];
    }

    /// <summary>One component divided by another; no value where the divisor is zero.</summary>
    public sealed record Quotient(MetricComponent Numerator, MetricComponent Denominator) : MetricFormula
    {
        /// <inheritdoc />
        public override IReadOnlyList<MetricComponent> Components => [Numerator, Denominator];
    }

    /// <summary>
    /// (now − before) / before, where before is the period right before and as long, for a point the point before it;
    /// no value where before is zero or unknown.
    /// </summary>
    public sealed record Growth(MetricComponent Component) : MetricFormula
    {
        /// <inheritdoc />
        public override IReadOnlyList<MetricComponent> Components => [Component];
    }

    /// <summary>
    /// What flows in a period divided by the average of a stock over it: the mean of what the stock is before the period and at
    /// its end; no value where that is zero.
    /// </summary>
    public sealed record PerAverage(MetricComponent Flow, MetricComponent Stock) : MetricFormula
    {
        /// <inheritdoc />
        public override IReadOnlyList<MetricComponent> Components => [Flow, Stock];
    }
}
