namespace Sophia.Core.Facts;

/// <summary>Something a call was about.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="DurationSeconds">How long it was talked about, in seconds.</param>
public sealed record CallTopic(string Name, decimal DurationSeconds);
