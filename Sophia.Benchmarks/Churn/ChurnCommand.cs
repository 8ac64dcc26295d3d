using System.Globalization;
using Sophia.Core.Analytics.Churn;

namespace Sophia.Benchmarks.Churn;

/// <summary>Trains on one table and writes the probability of every row of another.</summary>
internal static class ChurnCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        string? Option(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
        string[] files = [.. arguments.Where((word, at) => !word.StartsWith("--", StringComparison.Ordinal)
            && (at == 0 || !arguments[at - 1].StartsWith("--", StringComparison.Ordinal)))];
        if (files is not [var train, var test, var output] || Option("--id") is not { } id || Option("--label") is not { } label || Option("--positive") is not { } positive)
        {
            await Console.Error.WriteLineAsync("churn TRAIN.csv TEST.csv --id COL --label COL --positive VALUE OUT.csv");
            return 2;
        }

        var training = await LabelledTable.ReadAsync(train, label, positive, cancellationToken);
        var table = await CsvTable.ReadAsync(test, cancellationToken);
        var ids = table.Rows.Select(row => table.Columns.ToList().IndexOf(id) is >= 0 and var column && column < row.Length ? row[column] ?? "" : "");
        var leftOut = new HashSet<string>([id, label], StringComparer.Ordinal);
        var outcome = ChurnTrainer.Train(training.Table, training.Left, leftOut, TimeProvider.System.GetUtcNow(), seed: 1);
        double[] probabilities = outcome is ChurnTraining.Trained(var model)
            ? [.. model.Score(table).Select(static score => score.Probability)]
            : BaseRate(training.Left, table.Rows.Count, outcome);
        var lines = ids.Zip(probabilities, static (key, probability) => string.Create(CultureInfo.InvariantCulture, $"{CsvTable.Quote(key)},{probability:R}"));
        await File.WriteAllLinesAsync(output, lines.Prepend("id,probability"), cancellationToken);
        return 0;
    }

    private static double[] BaseRate(bool[] left, int rows, ChurnTraining outcome)
    {
        Console.Error.WriteLine($"No model: {outcome}. Every row gets the training table's share of leavers.");
        return [.. Enumerable.Repeat(left.Length == 0 ? 0 : left.Count(static one => one) / (double)left.Length, rows)];
    }
}
