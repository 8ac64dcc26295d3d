using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says once a day how long deals take.</summary>
internal sealed class CycleAnalysis(SalesFacts facts, AnalysisResults results, TimeProvider clock)
{
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await results.FindAsync(AnalysisResults.Cycles, PredictionJson.Default.CycleAnswer, cancellationToken);
        if (last?.MadeAt is { } at && at.UtcDateTime.Date == now.UtcDateTime.Date)
        {
            return;
        }

        var history = await facts.ReadHistoryAsync(now, cancellationToken);
        await results.StoreAsync(AnalysisResults.Cycles, now, new(now, SalesCycle.Learn(history)), PredictionJson.Default.CycleAnswer, cancellationToken);
    }
}
