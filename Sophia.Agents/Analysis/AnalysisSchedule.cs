using Microsoft.Extensions.Options;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says when an analysis of everything is due: at first, on a new day, and when something was heard since its last run.</summary>
internal sealed class AnalysisSchedule(AnalysisRuns runs, IOptions<AnalysisOptions> options, TimeProvider clock)
{
    /// <summary>The run that is due now, or null.</summary>
    public async Task<AnalysisRun?> FindDueAsync(string analysis, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await runs.FindAsync(analysis, cancellationToken);
        var isFirstOfDay = last?.At.UtcDateTime.Date != now.UtcDateTime.Date;
        if (!isFirstOfDay && now - last!.At < options.Value.Renewal)
        {
            return null;
        }

        var end = await runs.ReadLogEndAsync(cancellationToken);
        return isFirstOfDay || end != last!.LogEnd ? new(now, end) : null;
    }
}
