using System.Diagnostics;
using System.Globalization;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Benchmarks.Churn;

/// <summary>Scores the trainer by 5-fold cross-validation and prints reference models beside it.</summary>
internal static class ScoreChurnCommand
{
    private const int Seed = 1;

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var file = arguments is [var given] ? given : Path.Combine("..", "shared", "datasets", "churn", "telco-dev.csv");
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"score-churn [FILE]: there is no {file}.");
            return 2;
        }

        var all = await LabelledTable.ReadAsync(file, "Churn", "Yes", cancellationToken);
        var folds = ChurnTrainer.AssignFolds(all.Left, Seed);
        var probabilities = new double[all.Left.Length];
        var (worstSum, seconds) = (0.0, 0.0);
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var started = Stopwatch.GetTimestamp();
            var model = Train(all.Pick(row => folds[row] != fold));
            seconds = Math.Max(seconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
            var rows = Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold).ToArray();
            foreach (var (row, score) in rows.Zip(model.Score(all.Pick(row => folds[row] == fold).Table)))
            {
                probabilities[row] = score.Probability;
                worstSum = Math.Max(worstSum, Math.Abs(Logistic.LogOdds(score.Probability) - score.LogOdds));
            }

            Print($"fold {fold}: {model.Trees.Count} trees, weight {model.TreeWeight}, slope {model.Slope:F3}");
        }

        var measured = Measures.Of(probabilities, all.Left);
        Print($"{"model",-48}{"AUC",8}{"log loss",10}{"Brier",8}{"lift10",8}{"ECE",8}");
        Print($"{"Sophia",-48}{measured.Auc,8:F4}{measured.LogLoss,10:F4}{measured.Brier,8:F4}{measured.Lift,8:F2}{measured.CalibrationError,8:F4}");
        Print($"{"gradient boosting, 300 trees (reference)",-48}{0.851,8:F3}{0.409,10:F3}{0.132,8:F3}{2.98,8:F2}{0.011,8:F3}");
        Print($"{"random forest, 300 trees (reference)",-48}{0.847,8:F3}{0.413,10:F3}{0.133,8:F3}{2.92,8:F2}{0.011,8:F3}");
        Print($"{"logistic regression (reference)",-48}{0.845,8:F3}{0.417,10:F3}{0.135,8:F3}{2.90,8:F2}{0.017,8:F3}");
        Print($"slowest training {seconds:F1} s; contributions miss the score by at most {worstSum:E1}");
        return 0;
    }

    private static ChurnModel Train(LabelledTable table)
    {
        var leftOut = new HashSet<string>(["customerID", "Churn"], StringComparer.Ordinal);
        var outcome = ChurnTrainer.Train(table.Table, table.Left, leftOut, TimeProvider.System.GetUtcNow(), Seed);
        return outcome is ChurnTraining.Trained(var model) ? model : throw new InvalidOperationException(outcome.ToString());
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
