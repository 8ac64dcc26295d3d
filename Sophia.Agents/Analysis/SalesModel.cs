using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Analytics.Sales.Winning;
using Sophia.Core.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>What was learnt from the deals' history: all that is needed to say what to expect of an open one.</summary>
internal sealed class SalesModel(SalesHistory history, WinModel winning)
{
    private readonly ClosingModel _closing = ClosingModel.Learn(history);
    private readonly DealWarnings _warnings = new(history);

    /// <param name="deal">The open deal.</param>
    /// <param name="asOf">The present.</param>
    /// <param name="switchedOn">The warnings to look for.</param>
    public DealPrediction Predict(DealCourse deal, DateTimeOffset asOf, IReadOnlySet<DealWarningKind> switchedOn) => new()
    {
        ModelVersion = winning.Version,
        ScoredAt = asOf,
        Chance = winning.Score(deal, asOf),
        Close = _closing.Estimate(deal, asOf),
        Warnings = _warnings.Of(deal, asOf, switchedOn),
    };
}
