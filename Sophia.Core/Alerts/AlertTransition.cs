namespace Sophia.Core.Alerts;

/// <summary>A step in an alert's life.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened, in words.</param>
/// <param name="Value">The value then.</param>
public sealed record AlertTransition(DateTimeOffset At, string What, decimal? Value);
