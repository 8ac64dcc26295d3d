namespace Sophia.Core.Alerts;

/// <summary>What judged days are listed by.</summary>
/// <param name="Day">The day.</param>
public sealed record BaselineKey(DateOnly Day);
