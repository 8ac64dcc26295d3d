namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>Where a value was expected, in the series' own unit.</summary>
/// <param name="Lower">One row in 200 was below, in the series' past.</param>
/// <param name="Centre">The expectation itself.</param>
/// <param name="Upper">One row in 200 was above.</param>
public sealed record ExpectedRange(double Lower, double Centre, double Upper);
