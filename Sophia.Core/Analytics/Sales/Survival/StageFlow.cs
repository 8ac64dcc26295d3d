using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>What becomes of deals that enter a stage.</summary>
/// <param name="Stage">An open stage.</param>
/// <param name="Entered">Visits to it.</param>
/// <param name="WentOn">Visits that ended in a later open stage or a win.</param>
/// <param name="WentBack">Visits that ended in an earlier stage.</param>
/// <param name="Lost">Visits that ended with the deal lost.</param>
/// <param name="Waiting">Visits that have not ended.</param>
/// <param name="Conversion">The share of ended visits that went on, or null where none has ended.</param>
/// <param name="TimeInStage">How long deals stay, those still there included.</param>
public sealed record StageFlow(
    DealStage Stage, int Entered, int WentOn, int WentBack, int Lost, int Waiting, RateEstimate? Conversion, SurvivalCurve TimeInStage);
