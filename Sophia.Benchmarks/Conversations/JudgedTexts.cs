using System.Globalization;
using Sophia.Core.Analytics.Conversations.Sentiment;

namespace Sophia.Benchmarks.Conversations;

/// <summary>The judged sentences of the data sets' text folder.</summary>
/// <param name="Reviews">Sentences of reviews with the mean of 20 ratings, -4..4.</param>
/// <param name="Sentences">Sentences with their source, positive or not.</param>
internal sealed record JudgedTexts(IReadOnlyList<(string Text, double Rating)> Reviews, IReadOnlyList<(string Source, string Text, bool Positive)> Sentences)
{
    // What a rater gives a plainly positive sentence, as a part of the whole scale.
    private const double PlainlyPositive = 0.5;

    public static async Task<JudgedTexts> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var reviews = await File.ReadAllLinesAsync(Path.Combine(folder, "review-snippets-dev.tsv"), cancellationToken);
        var sentences = await File.ReadAllLinesAsync(Path.Combine(folder, "sentences-dev.tsv"), cancellationToken);
        return new(
            [.. reviews.Skip(1).Select(static line => line.Split('\t')).Select(static cells => (cells[2], double.Parse(cells[1], CultureInfo.InvariantCulture)))],
            [.. sentences.Skip(1).Select(static line => line.Split('\t')).Select(static cells => (cells[0], cells[3], cells[2] == "1"))]);
    }

    /// <summary>The sentences to train on, without those of one fold of <paramref name="folds"/> where one is named.</summary>
    public IReadOnlyList<LabelledText> Training(int? without = null, int folds = 10) =>
    [
        .. Reviews.Where((_, row) => Fold(row, folds) != without).Select(static one => new LabelledText(one.Text, one.Rating / 4)),
        .. Sentences.Where((_, row) => Fold(row, folds) != without).Select(static one => new LabelledText(one.Text, one.Positive ? PlainlyPositive : -PlainlyPositive)),
    ];

    /// <summary>The fold of a row: neighbours in a file fall into different ones.</summary>
    public static int Fold(int row, int folds) => row * 7919 % 101 % folds;
}
