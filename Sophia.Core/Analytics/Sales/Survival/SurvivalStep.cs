namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>A moment at which something ended.</summary>
/// <param name="Days">Since the beginning.</param>
/// <param name="AtRisk">How many had lasted until then.</param>
/// <param name="Ended">How many ended then.</param>
/// <param name="Survival">The share that lasts longer, 0 to 1.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end of its 95 % interval.</param>
public sealed record SurvivalStep(double Days, int AtRisk, int Ended, double Survival, double Lower, double Upper);
