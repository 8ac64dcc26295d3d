using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Core.Analytics.Churn;

/// <summary>What a reader should know about a model before believing it.</summary>
/// <param name="Rows">How many customers taught it.</param>
/// <param name="LeaverShare">The share of them that left, 0 to 1.</param>
/// <param name="AsOf">The day that their cells describe.</param>
/// <param name="Features">The columns used.</param>
/// <param name="LeftOut">The columns not used: keys, constants, names.</param>
/// <param name="TreeWeight">1 for trees alone, 0 for the logistic regression alone.</param>
/// <param name="Validated">Measured on customers that were held out, in 5 folds.</param>
/// <param name="Calibration">Promised and seen shares on these customers.</param>
/// <param name="Baseline">The same for logistic regression alone.</param>
public sealed record ModelCard(
    int Rows, double LeaverShare, DateOnly AsOf, IReadOnlyList<string> Features, IReadOnlyList<string> LeftOut, double TreeWeight,
    Measures Validated, IReadOnlyList<CalibrationBin> Calibration, Measures Baseline);
