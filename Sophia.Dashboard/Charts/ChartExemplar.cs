namespace Sophia.Dashboard.Charts;

/// <summary>A single value that leads to its trace.</summary>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Value">The value.</param>
/// <param name="Address">Where it leads.</param>
public sealed record ChartExemplar(double Time, double Value, string Address);
