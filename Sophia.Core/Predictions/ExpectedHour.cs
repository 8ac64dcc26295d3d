namespace Sophia.Core.Predictions;

/// <summary>An hour to come.</summary>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="Expected">How many calls are expected to begin in it.</param>
/// <param name="Bound">How many calls to be ready for.</param>
public sealed record ExpectedHour(DateTimeOffset Start, double Expected, double Bound);
