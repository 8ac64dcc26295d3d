namespace Sophia.Benchmarks;

/// <summary>Every engine on the development data sets, one after the other, each beside its references.</summary>
internal static class ScoreCommand
{
    /// <param name="arguments">The folder of the data sets; <c>../shared/datasets</c> unless given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>0 where every engine was scored; else the code of the first that was not.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var folder = arguments is [var given] ? given : Path.Combine("..", "shared", "datasets");
        (string Title, Func<Task<int>> RunAsync)[] parts =
        [
            ("Forecasting and capacity", () => Forecasting.ScoreForecastingCommand.RunAsync([Path.Combine(folder, "forecasting")], cancellationToken)),
            ("Anomalies", () => Anomalies.ScoreAnomaliesCommand.RunAsync([Path.Combine(folder, "anomaly")], cancellationToken)),
            ("Churn", () => Churn.ScoreChurnCommand.RunAsync([Path.Combine(folder, "churn", "telco-dev.csv")], cancellationToken)),
            ("Sentiment, key terms and topics", () => Conversations.ScoreTextCommand.RunAsync([Path.Combine(folder, "text")], cancellationToken)),
        ];
        var result = 0;
        foreach (var part in parts)
        {
            Console.WriteLine($"\n{part.Title}");
            var code = await part.RunAsync();
            result = result == 0 ? code : result;
        }

        return result;
    }
}
