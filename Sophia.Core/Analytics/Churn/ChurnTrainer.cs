using System.Security.Cryptography;
using System.Text.Json;
using Sophia.Core.Analytics.Churn.Features;
using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Core.Analytics.Churn;

/// <summary>Trains a model on any table of customers. Equal input gives an equal model.</summary>
public static class ChurnTrainer
{
    private const int Folds = 5;
    private const int MostTrees = 600;
    private const int Patience = 40;
    private const int FewestOfEach = 10;

    // Below this, trees learn the rows by heart; the logistic regression answers alone.
    private const int FewestOfEachForTrees = 50;

    /// <summary>Trains on the columns of <paramref name="table"/>.</summary>
    /// <param name="table">One row a customer.</param>
    /// <param name="left">For each row whether the customer left.</param>
    /// <param name="leftOut">Columns that must not be used: the label, the customer's key.</param>
    /// <param name="trainedAt">When.</param>
    /// <param name="seed">Of the folds and of the trees' rows.</param>
    public static ChurnTraining Train(
        CustomerTable table, bool[] left, IReadOnlySet<string> leftOut, DateTimeOffset trainedAt, int seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(left);
        var leavers = left.Count(static one => one);
        var fewer = Math.Min(leavers, left.Length - leavers);
        if (fewer < FewestOfEach)
        {
            return new ChurnTraining.Declined($"{leavers} of {left.Length} customers left; at least {FewestOfEach} must have left and {FewestOfEach} stayed.");
        }

        var features = FeatureReader.Read(table, leftOut, left);
        if (features.Count == 0)
        {
            return new ChurnTraining.Declined("No column tells customers apart without naming them.");
        }

        var encoded = EncodedTable.Encode(table, features);
        var validation = Validation.Run(encoded, features, left, AssignFolds(left, seed), fewer < FewestOfEachForTrees ? 0 : MostTrees, Patience, seed);
        var all = Enumerable.Range(0, left.Length).ToArray();
        var grower = new TreeGrower(encoded.Bins, [.. features.Select(static feature => feature.Bins)], left, all, new Random(seed));
        while (grower.Trees.Count < validation.Trees)
        {
            grower.GrowOne();
        }

        var model = new ChurnModel
        {
            Version = "",
            TrainedAt = trainedAt,
            Features = features,
            TreeBase = grower.BaseLogOdds,
            Trees = grower.Trees,
            Linear = LogisticRegression.Fit(encoded.Linear, left, all),
            TreeWeight = validation.TreeWeight,
            Slope = validation.Slope,
            Shift = validation.Shift,
            Card = new(
                left.Length, leavers / (double)left.Length, table.AsOf, [.. features.Select(static feature => feature.Name)],
                [.. table.Columns.Except(features.Select(static feature => feature.Name), StringComparer.Ordinal)],
                validation.TreeWeight, validation.Measured, validation.Calibration, validation.Baseline),
        };
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(model with { TrainedAt = default }));
        return new ChurnTraining.Trained(model with { Version = Convert.ToHexStringLower(content.AsSpan(0, 8)) });
    }

    /// <summary>Splits rows into folds with the same share of leavers in each.</summary>
    public static int[] AssignFolds(bool[] left, int seed)
    {
        ArgumentNullException.ThrowIfNull(left);
        var random = new Random(seed);
        var folds = new int[left.Length];
        foreach (var group in Enumerable.Range(0, left.Length).GroupBy(row => left[row]))
        {
            var rows = group.ToArray();
            random.Shuffle(rows);
            for (var index = 0; index < rows.Length; index++)
            {
                folds[rows[index]] = index % Folds;
            }
        }

        return folds;
    }
}
