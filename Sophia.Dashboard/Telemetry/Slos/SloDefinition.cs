namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>A service level objective.</summary>
/// <param name="Id">Its id; empty when it is new.</param>
/// <param name="Name">Its name.</param>
/// <param name="Service">Whose server and consumer spans are counted.</param>
/// <param name="Operation">One endpoint; null for all.</param>
/// <param name="Kind">What is promised.</param>
/// <param name="Objective">The promised share of good requests, such as 0.999; above 0, below 1.</param>
/// <param name="Threshold">Latency: a good request takes at most this long.</param>
/// <param name="WindowDays">Over how many days, 1 to 30.</param>
public sealed record SloDefinition(
    string Id, string Name, string Service, string? Operation, SloKind Kind, double Objective, TimeSpan? Threshold, int WindowDays);
