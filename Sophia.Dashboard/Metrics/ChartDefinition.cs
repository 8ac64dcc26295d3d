namespace Sophia.Dashboard.Metrics;

/// <summary>One chart over an instrument, as addresses and boards keep it.</summary>
public sealed record ChartDefinition
{
    /// <summary>A service or process.</summary>
    public required string Resource { get; init; }

    /// <summary>The meter.</summary>
    public required string Meter { get; init; }

    /// <summary>The instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>Which figure is shown.</summary>
    public MetricMeasure Measure { get; init; }

    /// <summary>One line for each combination of these dimensions; empty adds all series up.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Conditions on dimensions in their text form.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
}
