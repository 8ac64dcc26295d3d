using System.Globalization;
using Sophia.Core.Analytics.Forecasting.Capacity;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>Says once an hour how many calls an hour to be ready for in the next two days: whoever holds, records and analyses them.</summary>
internal sealed class LoadAnalysis(CallLoad load, AnalysisResults results, TimeProvider clock)
{
    private const int Horizon = 48;

    // Six weeks show the course of a week; what was longer ago has often changed since.
    private const int MostHours = 6 * 168;

    // A week must have been seen twice before it can be taken for a habit.
    private const int FewestHours = 2 * 168;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hour = HourOf(now);
        var last = await results.FindAsync(AnalysisResults.Load, PredictionJson.Default.LoadAnswer, cancellationToken);
        if (last?.MadeAt is { } at && HourOf(at) == hour)
        {
            return;
        }

        var hours = await load.ReadAsync(hour, MostHours, cancellationToken);
        await results.StoreAsync(AnalysisResults.Load, now, Expect(hours, hour, now), PredictionJson.Default.LoadAnswer, cancellationToken);
    }

    private static LoadAnswer Expect(IReadOnlyList<int> hours, DateTimeOffset hour, DateTimeOffset now)
    {
        var declined = LoadAnswer.NotYet with { MadeAt = now, HistoryHours = hours.Count };
        if (hours.Count < FewestHours)
        {
            return declined with
            {
                Reason = string.Create(
                    CultureInfo.InvariantCulture, $"{hours.Count / 24} whole days of calls are known: the course of a week can be told from {FewestHours / 24} on."),
            };
        }

        return CapacityPlanner.Plan(new() { Load = hours.Select(static calls => (double)calls).ToArray(), Horizon = Horizon }) switch
        {
            CapacityPlan plan => new()
            {
                MadeAt = now,
                HistoryHours = hours.Count,
                ServiceLevel = plan.ServiceLevel,
                Recent = [.. hours.TakeLast(Horizon).Select((calls, step) => new LoadHour(hour.AddHours(step - Horizon), calls))],
                Ahead = [.. plan.Bound.Select((bound, step) => new ExpectedHour(hour.AddHours(step), Rounded(plan.Expected[step]), Rounded(bound)))],
                Models = plan.Forecast.Models,
                Reason = plan.Forecast.Reason,
                BackTest = plan.Forecast.BackTest,
            },
            DeclinedPlan(var reason) => declined with { Reason = reason },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static DateTimeOffset HourOf(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    // No calls are fewer than none.
    private static double Rounded(double calls) => Math.Round(Math.Max(0, calls), 2);
}
