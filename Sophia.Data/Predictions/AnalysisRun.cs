namespace Sophia.Data.Predictions;

/// <summary>The last run of an analysis.</summary>
/// <param name="At">When.</param>
/// <param name="Declined">Why it declined, in words; null where it did not.</param>
public sealed record AnalysisRun(DateTimeOffset At, string? Declined);
