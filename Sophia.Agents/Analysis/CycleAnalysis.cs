using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says how long deals take.</summary>
internal sealed class CycleAnalysis(SalesFacts facts, AnalysisResults results, AnalysisSchedule schedule, AnalysisRuns runs)
{
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await schedule.FindDueAsync(AnalysisResults.Cycles, cancellationToken) is not { } run)
        {
            return;
        }

        var history = await facts.ReadHistoryAsync(run.At, cancellationToken);
        await results.StoreAsync(AnalysisResults.Cycles, run.At, new(run.At, SalesCycle.Learn(history)), PredictionJson.Default.CycleAnswer, cancellationToken);
        await runs.StoreAsync(AnalysisResults.Cycles, run, cancellationToken);
    }
}
