namespace Sophia.Core.Predictions;

/// <summary>An hour that is over.</summary>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Calls">How many calls began in it.</param>
public sealed record LoadHour(DateTimeOffset Start, int Calls);
