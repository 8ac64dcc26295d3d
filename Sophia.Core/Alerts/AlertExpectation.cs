namespace Sophia.Core.Alerts;

/// <summary>Where the value would be right, in its unit; null on a side without a limit.</summary>
/// <param name="Lower">The least.</param>
/// <param name="Centre">What was expected most, where it was learnt.</param>
/// <param name="Upper">The most.</param>
public sealed record AlertExpectation(decimal? Lower, decimal? Centre, decimal? Upper);
