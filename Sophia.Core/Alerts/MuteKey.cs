namespace Sophia.Core.Alerts;

/// <summary>What mutes are listed by.</summary>
/// <param name="Id">The mute; grows with the time at which it was made.</param>
public sealed record MuteKey(Guid Id);
