using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>What held-out rows say: how many trees, how much they count, and how to calibrate.</summary>
internal sealed record Validation(int Trees, double TreeWeight, double Slope, double Shift, Measures Measured, IReadOnlyList<CalibrationBin> Calibration, Measures Baseline)
{
    // A blend must earn its complexity.
    private const double WorthwhileGain = 1e-4;

    public static Validation Run(
        EncodedTable encoded, IReadOnlyList<Feature> features, bool[] left, int[] folds, int mostTrees, int patience, int seed)
    {
        var linear = new double[left.Length];
        var growers = new List<TreeGrower>();
        int[] binCounts = [.. features.Select(static feature => feature.Bins)];
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var used = Enumerable.Range(0, left.Length).Where(row => folds[row] != fold).ToArray();
            var regression = LogisticRegression.Fit(encoded.Linear, left, used);
            for (var row = 0; row < left.Length; row++)
            {
                linear[row] = folds[row] == fold ? regression.LogOdds(encoded.Linear[row]) : linear[row];
            }

            growers.Add(new(encoded.Bins, binCounts, left, used, new Random(seed + fold + 1)));
        }

        var (trees, grown) = GrowUntilWorse(growers, left, folds, mostTrees, patience);
        var (weight, blended, loss) = (0.0, linear, Loss(linear, left));
        foreach (var tried in trees == 0 ? [] : new[] { 1.0, 0.75, 0.5 })
        {
            double[] mixed = [.. grown.Zip(linear, (tree, line) => (tried * tree) + ((1 - tried) * line))];
            if (Loss(mixed, left) < loss - WorthwhileGain)
            {
                (weight, blended, loss) = (tried, mixed, Loss(mixed, left));
            }
        }

        var (slope, shift) = Calibrate(blended, left);
        double[] calibrated = [.. blended.Select(value => Logistic.Probability((slope * value) + shift))];
        return new(
            weight == 0 ? 0 : trees, weight, slope, shift,
            Measures.Of(calibrated, left),
            CalibrationBin.Of(calibrated, left),
            Measures.Of([.. linear.Select(Logistic.Probability)], left));
    }

    // All folds grow together, so that the number of trees rests on all rows and not on one lucky fold.
    private static (int Trees, double[] LogOdds) GrowUntilWorse(List<TreeGrower> growers, bool[] left, int[] folds, int mostTrees, int patience)
    {
        var (best, bestLoss) = (0, double.MaxValue);
        double[] bestLogOdds = [];
        for (var trees = 1; trees <= mostTrees && trees <= best + patience; trees++)
        {
            Parallel.ForEach(growers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, static grower => grower.GrowOne());
            double[] logOdds = [.. folds.Select((fold, row) => growers[fold].LogOdds[row])];
            var loss = Loss(logOdds, left);
            if (loss < bestLoss)
            {
                (best, bestLoss, bestLogOdds) = (trees, loss, logOdds);
            }
        }

        return (best, bestLogOdds);
    }

    private static double Loss(double[] logOdds, bool[] left) =>
        logOdds.Zip(left, Logistic.Loss).Average();

    // Platt's scaling is a logistic regression on the log-odds; its ridge draws the slope of poor evidence down, which is safe.
    private static (double Slope, double Shift) Calibrate(double[] logOdds, bool[] left)
    {
        double[][] rows = [.. logOdds.Select(static value => new[] { value })];
        var fitted = LogisticRegression.Fit(rows, left, [.. Enumerable.Range(0, left.Length)]);
        return (fitted.Weights[0], fitted.Intercept);
    }
}
