using Sophia.Core.Analytics.Churn.Models;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>The chance that an open deal will be won, learnt from how closed deals looked while they were open.</summary>
/// <remarks>
/// Landmarking (H. C. van Houwelingen 2007): every deal is looked at each week of its life, as one would look at the open pipeline.
/// Ridge logistic regression; Platt's calibration (1999) on held-out deals, whose measures are kept.
/// </remarks>
public sealed class WinModel
{
    private const int LeastOfEach = 30;
    private const int Folds = 5;

    // Bounds memory and training time; beyond it weeks are thinned out evenly.
    private const int MostLooks = 12_000;

    private readonly DealFeatures _features;
    private readonly LogisticRegression _regression;
    private readonly double _slope;
    private readonly double _shift;

    private WinModel(DealFeatures features, LogisticRegression regression, double slope, double shift, Measures measured, int deals, DateTimeOffset asOf)
    {
        (_features, _regression, _slope, _shift) = (features, regression, slope, shift);
        (Measured, Deals, TrainedAsOf) = (measured, deals, asOf);
    }

    /// <summary>How good it was on deals that it had not seen.</summary>
    public Measures Measured { get; }

    /// <summary>Closed deals that it learnt from.</summary>
    public int Deals { get; }

    /// <summary>It knows nothing later.</summary>
    public DateTimeOffset TrainedAsOf { get; }

    /// <summary>Learns from the closed deals of a history; null with fewer than 30 won or 30 lost ones, or where all ended within days.</summary>
    public static WinModel? Train(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var closed = history.Closed.Where(static course => course.EndedAt > course.Deal.CreatedAt).ToArray();
        var won = closed.Count(static course => course.Outcome is DealOutcome.Won);
        if (won < LeastOfEach || closed.Length - won < LeastOfEach)
        {
            return null;
        }

        var features = new DealFeatures(closed);
        var looks = Looks(closed, features);
        double[][] rows = [.. looks.Select(static look => look.Columns)];
        bool[] wins = [.. looks.Select(static look => look.Won)];
        if (!wins.Contains(true) || !wins.Contains(false))
        {
            return null;
        }

        var heldOut = new double[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            // Whole deals are held out: another week of the same deal would give its end away.
            int[] used = [.. Enumerable.Range(0, rows.Length).Where(row => looks[row].Deal % Folds != fold)];
            var regression = LogisticRegression.Fit(rows, wins, used);
            for (var row = 0; row < rows.Length; row++)
            {
                heldOut[row] = looks[row].Deal % Folds == fold ? regression.LogOdds(rows[row]) : heldOut[row];
            }
        }

        int[] all = [.. Enumerable.Range(0, rows.Length)];
        var calibration = LogisticRegression.Fit([.. heldOut.Select(static value => new[] { value })], wins, all);
        var (slope, shift) = (calibration.Weights[0], calibration.Intercept);
        var measured = Measures.Of([.. heldOut.Select(value => Logistic.Probability((slope * value) + shift))], wins);
        return new(features, LogisticRegression.Fit(rows, wins, all), slope, shift, measured, closed.Length, history.AsOf);
    }

    /// <summary>The chance of an open deal at a moment, with reasons.</summary>
    /// <exception cref="ArgumentException">The deal is closed.</exception>
    public WinChance Score(DealCourse deal, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(deal);
        if (deal.Outcome is not DealOutcome.Open)
        {
            throw new ArgumentException("The deal is closed: its end is known.", nameof(deal));
        }

        var columns = _features.Of(deal, asOf);
        var reasons = columns
            .Select((value, column) => new WinReason(_features.Names[column], _slope * _regression.Weights[column] * (value - _regression.Means[column])))
            .OrderByDescending(static reason => Math.Abs(reason.LogOdds))
            .ToArray();
        var baseline = (_slope * _regression.LogOdds([.. _regression.Means])) + _shift;
        var logOdds = baseline + reasons.Sum(static reason => reason.LogOdds);
        return new(Logistic.Probability(logOdds), logOdds, baseline, reasons);
    }

    private static List<(int Deal, double[] Columns, bool Won)> Looks(DealCourse[] closed, DealFeatures features)
    {
        var weeks = closed.Sum(static course => 1 + (course.AgeDays(course.EndedAt!.Value) / 7));
        var every = TimeSpan.FromDays(7 * Math.Max(1, weeks / MostLooks));
        List<(int, double[], bool)> looks = [];
        for (var deal = 0; deal < closed.Length; deal++)
        {
            var course = closed[deal];
            // The same moments of the calendar for all deals, as the pipeline is looked at; a deal shorter than that is not seen.
            var ticks = (course.Deal.CreatedAt.UtcTicks / every.Ticks * every.Ticks) + every.Ticks;
            for (; ticks < course.EndedAt!.Value.UtcTicks; ticks += every.Ticks)
            {
                var moment = new DateTimeOffset(ticks, TimeSpan.Zero);
                if (course.AsOf(moment) is { Outcome: DealOutcome.Open } then)
                {
                    looks.Add((deal, features.Of(then, moment), course.Outcome is DealOutcome.Won));
                }
            }
        }

        return looks;
    }
}
