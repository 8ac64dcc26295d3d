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
        new("forecast", "IN.jsonl OUT.jsonl", "Forecasts every series of a file.", Forecasting.ForecastCommand.RunAsync),
        new("score-forecasting", "[FOLDER]", "Forecasts and capacity beside the references.", Forecasting.ScoreForecastingCommand.RunAsync),
    ];
}
