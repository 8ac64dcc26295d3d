namespace Sophia.Data.Predictions;

/// <summary>What deals that ended within a range of days were worth.</summary>
/// <param name="Won">Those that were won.</param>
/// <param name="Closed">Those that were won or lost.</param>
public sealed record ClosedValue(decimal Won, decimal Closed);
