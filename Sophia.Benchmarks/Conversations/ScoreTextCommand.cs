using System.Globalization;
using Sophia.Core.Analytics.Conversations.Classification;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Benchmarks.Conversations;

/// <summary>Scores sentiment, key terms and classification by the data sets' rules, references beside them.</summary>
internal static class ScoreTextCommand
{
    private const int Folds = 10;

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var folder = arguments is [var given] ? given : Path.Combine("..", "shared", "datasets", "text");
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"score-text [FOLDER]: there is no {folder}.");
            return 2;
        }

        ScoreSentiment(await JudgedTexts.ReadAsync(folder, cancellationToken));
        await ScoreTopicsAsync(Path.Combine(folder, "meetings-dev.jsonl"), cancellationToken);
        var classifier = TopicTrainer.Train(await ClassifyCommand.ReadAsync(Path.Combine(folder, "topics-banking77-train10.csv"), cancellationToken));
        var rows = await ClassifyCommand.ReadAsync(Path.Combine(folder, "topics-banking77-dev5.csv"), cancellationToken);
        var topics = rows.Select(row => classifier.Classify(row.Text).Topic).ToArray();
        var right = topics.Zip(rows).Count(static pair => pair.First == pair.Second.Topic);
        Print($"topics from ten examples: accuracy {right / (double)rows.Count:F3}, macro F1 {TextMeasures.MacroF1(topics, [.. rows.Select(static row => row.Topic)]):F3} (naive Bayes 0.579, linear SVM 0.644, words and letter groups 0.707; macro F1 0.697)");
        return 0;
    }

    private static void ScoreSentiment(JudgedTexts judged)
    {
        var ratings = judged.Reviews.Select(static one => one.Rating).ToArray();
        var gold = ratings.Select(static rating => Class(rating, 0.5)).ToArray();
        var scores = new (double[] Reviews, double[] Sentences)[2];
        scores[0] = ([.. judged.Reviews.Select(static one => Lexicon(one.Text))], [.. judged.Sentences.Select(static one => Lexicon(one.Text))]);
        scores[1] = (new double[judged.Reviews.Count], new double[judged.Sentences.Count]);
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = SentimentTrainer.Train(judged.Training(fold, Folds));
            Fill(scores[1].Reviews, fold, row => model.Score(judged.Reviews[row].Text).Score);
            Fill(scores[1].Sentences, fold, row => model.Score(judged.Sentences[row].Text).Score);
        }

        Print($"{"sentiment",-34}{"reviews r",10}{"macro F1",10}{"sentences",10}{"macro F1",10}");
        foreach (var (name, (reviews, sentences)) in new[] { "word list and rules alone", "with linear layer, 10-fold" }.Zip(scores))
        {
            var said = sentences.Select(static score => score >= 0.05 ? "1" : "0").ToArray();
            var truth = judged.Sentences.Select(static one => one.Positive ? "1" : "0").ToArray();
            Print($"{name,-34}{TextMeasures.Correlation(reviews, ratings),10:F3}{TextMeasures.MacroF1([.. reviews.Select(static score => Class(score, SentimentModel.NeutralBand))], gold),10:F3}{said.Zip(truth).Count(static pair => pair.First == pair.Second) / (double)truth.Length,10:F3}{TextMeasures.MacroF1(said, truth),10:F3}");
        }

        Print($"{"VADER (reference)",-34}{0.611,10:F3}{0.563,10:F3}{0.811,10:F3}");
        Print($"{"TF-IDF and VADER (reference)",-34}{0.679,10:F3}{"",10}{0.852,10:F3}");
    }

    private static async Task ScoreTopicsAsync(string path, CancellationToken cancellationToken)
    {
        var (found, gold) = (0, 0);
        await foreach (var meeting in JsonLines.ReadAsync(path, ConversationJson.Default.MeetingLine, cancellationToken))
        {
            foreach (var topic in meeting.Topics)
            {
                var one = TitleRecall.Of(topic.Title ?? "", TopicsCommand.Turns(meeting, topic), TopicsCommand.Terms(meeting, topic));
                (found, gold) = (found + one.Found, gold + one.Gold);
            }
        }

        Print($"title-term recall@10: {found / (double)gold:F3} of {gold} (most frequent words 0.452, TF-IDF 0.122)");
    }

    private static double Lexicon(string text) => LexiconReading.Of(Tokenizer.Split(text)).Compound;

    private static string Class(double value, double band) => value <= -band ? "negative" : value >= band ? "positive" : "neutral";

    private static void Fill(double[] scores, int fold, Func<int, double> score)
    {
        foreach (var row in Enumerable.Range(0, scores.Length).Where(row => JudgedTexts.Fold(row, Folds) == fold))
        {
            scores[row] = score(row);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
