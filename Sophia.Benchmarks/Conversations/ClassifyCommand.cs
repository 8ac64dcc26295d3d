using System.Text.Json;
using Sophia.Benchmarks.Churn;
using Sophia.Core.Analytics.Conversations.Classification;

namespace Sophia.Benchmarks.Conversations;

/// <summary>Trains on one table of texts and tells the topics of another.</summary>
internal static class ClassifyCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var train, var test, var output])
        {
            await Console.Error.WriteLineAsync("classify TRAIN.csv TEST.csv OUT.jsonl");
            return 2;
        }

        var classifier = TopicTrainer.Train(await ReadAsync(train, cancellationToken));
        var texts = await ReadAsync(test, cancellationToken);
        var lines = texts.Select((one, row) => JsonSerializer.Serialize(new(row, classifier.Classify(one.Text).Topic), ConversationJson.Default.ClassLine));
        await File.WriteAllLinesAsync(output, lines, cancellationToken);
        return 0;
    }

    /// <summary>The rows of a table with a column text and, for training, a column topic.</summary>
    public static async Task<IReadOnlyList<ClassifiedText>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var table = await CsvTable.ReadAsync(path, cancellationToken);
        var columns = table.Columns.ToList();
        var (text, topic) = (columns.IndexOf("text"), columns.IndexOf("topic"));
        return text < 0
            ? throw new InvalidDataException($"{path} has no column text.")
            : [.. table.Rows.Select(row => new ClassifiedText(Cell(row, text), Cell(row, topic)))];
    }

    private static string Cell(string?[] row, int column) => column >= 0 && column < row.Length ? row[column] ?? "" : "";
}
