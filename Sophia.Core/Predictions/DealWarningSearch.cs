namespace Sophia.Core.Predictions;

/// <summary>Which switches of warnings were known when all open deals were last looked at.</summary>
/// <param name="Change">The last change of a switch that was known; 0 for none.</param>
public sealed record DealWarningSearch(long Change);
