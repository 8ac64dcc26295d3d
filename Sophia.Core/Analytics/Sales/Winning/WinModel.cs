using System.Security.Cryptography;
using System.Text.Json;
using Sophia.Core.Analytics.Churn.Models;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>
/// The chance that an open deal will be won, learnt from how closed deals looked while they were open. Plain data, so that it
/// can be stored and a past chance be computed again.
/// </summary>
/// <remarks>
/// Landmarking (H. C. van Houwelingen 2007): every deal is looked at each week of its life, as one would look at the open pipeline.
/// Ridge logistic regression; Platt's calibration (1999) on held-out deals, whose measures are kept.
/// </remarks>
public sealed record WinModel
{
    private const int LeastOfEach = 30;
    private const int Folds = 5;

    // Bounds memory and training time; beyond it weeks are thinned out evenly.
    private const int MostLooks = 12_000;

    private DealFeatures? _features;

    /// <summary>Equal for equal content.</summary>
    public required string Version { get; init; }

    /// <summary>It knows nothing later.</summary>
    public required DateTimeOffset TrainedAsOf { get; init; }

    /// <summary>Closed deals that it learnt from.</summary>
    public required int Deals { get; init; }

    /// <summary>The names that it tells apart.</summary>
    public required IReadOnlyList<NamedColumn> Columns { get; init; }

    /// <summary>The logistic regression over numbers and names.</summary>
    public required LogisticRegression Regression { get; init; }

    /// <summary>Calibration: the log-odds are multiplied by this ...</summary>
    public required double Slope { get; init; }

    /// <summary>... and this is added.</summary>
    public required double Shift { get; init; }

    /// <summary>How good it was on deals that it had not seen.</summary>
    public required Measures Measured { get; init; }

    /// <summary>Promised and seen shares on these deals.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

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

        var names = DealFeatures.Choose(closed);
        var features = new DealFeatures(names);
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
        double[] calibrated = [.. heldOut.Select(value => Logistic.Probability((slope * value) + shift))];
        var model = new WinModel
        {
            Version = "",
            TrainedAsOf = history.AsOf,
            Deals = closed.Length,
            Columns = names,
            Regression = LogisticRegression.Fit(rows, wins, all),
            Slope = slope,
            Shift = shift,
            Measured = Measures.Of(calibrated, wins),
            Calibration = CalibrationBin.Of(calibrated, wins),
        };
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(model));
        return model with { Version = Convert.ToHexStringLower(content.AsSpan(0, 8)) };
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

        var features = _features ??= new DealFeatures(Columns);
        var columns = features.Of(deal, asOf);
        var reasons = columns
            .Select((value, column) => new WinReason(features.Names[column], Slope * Regression.Weights[column] * (value - Regression.Means[column])))
            .OrderByDescending(static reason => Math.Abs(reason.LogOdds))
            .ToArray();
        var baseline = (Slope * Regression.LogOdds([.. Regression.Means])) + Shift;
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
