using Sophia.Benchmarks.Anomalies;
using Sophia.Benchmarks.Churn;

namespace Sophia.Benchmarks;

/// <summary>What can be measured from the command line.</summary>
/// <param name="Name">The word that starts it.</param>
/// <param name="Arguments">The arguments, as the usage line shows them.</param>
/// <param name="Description">What it does, in one line.</param>
/// <param name="RunAsync">Runs it and gives the exit code.</param>
internal sealed record BenchmarkCommand(
    string Name, string Arguments, string Description, Func<string[], CancellationToken, Task<int>> RunAsync)
{
    /// <summary>All of them, in the order of the usage text.</summary>
    public static IReadOnlyList<BenchmarkCommand> All { get; } =
    [
        new("stack", "[SETTING=VALUE ...]", "backfill, second start, memory, stop and kill of a whole stack", Stack.StackBenchmark.RunAsync),
        new("sources", "[SETTING=VALUE ...]", "backfill of every source system, without and with the vendors' limits", Stack.SourcesBenchmark.RunAsync),
        new("replicas", "[SOCKETS]", "requests, sockets and webhooks while a replica of the API is killed", Replicas.ReplicasBenchmark.RunAsync),
        new("metrics", "[API]", "latency of GET /api/v1/dashboard/metrics of a running stack", Dashboard.MetricsEndpointBenchmark.RunAsync),
        new("tracing-cost", "[ROUNDS SECONDS]", "what telemetry costs GET /api/v1/dashboard/metrics in throughput and processor time", Dashboard.TracingCostBenchmark.RunAsync),
        new("page", "[WEB]", "LCP, INP and CLS of the overview of a running stack in Chromium", Pages.PageBenchmark.RunAsync),
        new("lighthouse", "[WEB]", "Lighthouse's accessibility and best practices of a running stack's pages", Pages.LighthouseBenchmark.RunAsync),
        new("circuits", "[INSTANCE SOCKETS CIRCUITS]", "a change's way to 2,000 sockets and 200 circuits of a running stack, and their memory", Circuits.CircuitsBenchmark.RunAsync),
        new("live", "[API SANDBOX]", "from a deal won in the source to the socket's message", Live.WebhookToSocketBenchmark.RunAsync),
        new("telemetry", "[SECONDS]", "the SRE dashboard on one processor under load, killed, and idle", Telemetry.TelemetryBenchmark.RunAsync),
        new("anomaly", "IN_DIR OUT_DIR", "Scores every row of every CSV file (timestamp,value)", AnomalyCommand.RunAsync),
        new("churn", "TRAIN.csv TEST.csv --id COL --label COL --positive VALUE OUT.csv", "Trains on a customer table and scores another", ChurnCommand.RunAsync),
        new("score", "[FOLDER]", "All engines on the development data sets, beside the references", ScoreCommand.RunAsync),
        new("score-anomalies", "[FOLDER]", "The detector on the labelled series, beside published ones", ScoreAnomaliesCommand.RunAsync),
        new("score-churn", "[FILE]", "The trainer in 5-fold cross-validation, beside reference models", ScoreChurnCommand.RunAsync),
        new("score-discovery", "[COMPANIES]", "Findings in the made-up company, and false ones in companies without planted events", Discovery.ScoreDiscoveryCommand.RunAsync),
        new("forecast", "IN.jsonl OUT.jsonl", "Forecasts every series of a file.", Forecasting.ForecastCommand.RunAsync),
        new("score-forecasting", "[FOLDER]", "Forecasts and capacity beside the references.", Forecasting.ScoreForecastingCommand.RunAsync),
        new("sentiment", "IN.jsonl OUT.jsonl", "Scores the sentiment of every line (id, text)", Conversations.SentimentCommand.RunAsync),
        new("topics", "IN.jsonl OUT.jsonl", "Ten key terms for every topic of every meeting", Conversations.TopicsCommand.RunAsync),
        new("classify", "TRAIN.csv TEST.csv OUT.jsonl", "Learns topics (text,topic) and tells those of another table", Conversations.ClassifyCommand.RunAsync),
        new("train-sentiment", "FOLDER OUT.txt", "Fits the linear layer of sentiment; its output is a resource of Sophia.Core", Conversations.TrainSentimentCommand.RunAsync),
        new("score-text", "[FOLDER]", "Sentiment, key terms and topics beside the references", Conversations.ScoreTextCommand.RunAsync),
    ];
}
