namespace Sophia.Benchmarks.Conversations;

/// <summary>Fits the linear layer on the judged sentences and writes its weights: the resource that Sophia.Core ships.</summary>
internal static class TrainSentimentCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var folder, var output])
        {
            await Console.Error.WriteLineAsync("train-sentiment FOLDER OUT.txt");
            return 2;
        }

        var texts = (await JudgedTexts.ReadAsync(folder, cancellationToken)).Training();
        var model = Core.Analytics.Conversations.Sentiment.SentimentTrainer.Train(texts);
        await File.WriteAllLinesAsync(output, model.Write().Prepend($"# Weight and feature, fitted by train-sentiment on {texts.Count} judged sentences."), cancellationToken);
        return 0;
    }
}
