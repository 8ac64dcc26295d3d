namespace Sophia.Data.Predictions;

/// <summary>The last run of an analysis.</summary>
/// <param name="At">When.</param>
/// <param name="LogEnd">The position of the log's newest entry when it began; 0 where the log was empty.</param>
/// <param name="Declined">Why it declined, in words; null where it did not.</param>
public sealed record AnalysisRun(DateTimeOffset At, long LogEnd, string? Declined = null);
