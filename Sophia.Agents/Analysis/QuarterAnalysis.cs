using Microsoft.Extensions.Options;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Data.Metrics;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says what the running quarter will have brought, daily and as it goes on.</summary>
internal sealed class QuarterAnalysis(
    SalesFacts facts, QuarterForecasts forecasts, AnalysisSchedule schedule, AnalysisRuns runs, IOptions<OrganisationOptions> organisation)
{
    public const string Name = "quarter";

    // The simulation gives the same answer to the same history.
    private const int Seed = 1;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await schedule.FindDueAsync(Name, cancellationToken) is not { } run)
        {
            return;
        }

        var now = run.At;

        var history = await facts.ReadHistoryAsync(now, cancellationToken);
        var forecast = QuarterForecaster.Forecast(history, Seed);
        var declined = forecast is null ? "The deals' history is too short: three earlier quarters with 30 won and 30 lost deals before them are needed." : null;
        await forecasts.StoreAsync(
            new(DateOnly.FromDateTime(QuarterForecaster.QuarterOf(now).From.UtcDateTime), now, organisation.Value.Currency, forecast, declined), cancellationToken);
        await runs.StoreAsync(Name, run with { Declined = declined }, cancellationToken);
    }
}
