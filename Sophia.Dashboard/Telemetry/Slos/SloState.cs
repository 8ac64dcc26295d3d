namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>The objectives as they are on disk, and which spans are counted in them.</summary>
/// <param name="SpansBefore">All spans with a smaller id are counted.</param>
/// <param name="Objectives">The objectives.</param>
internal sealed record SloState(long SpansBefore, IReadOnlyList<SloState.Objective> Objectives)
{
    /// <summary>One objective.</summary>
    /// <param name="Definition">Its definition.</param>
    /// <param name="CountedSince">Since when requests are counted.</param>
    /// <param name="FiringSince">Since when each alert fires.</param>
    /// <param name="Minutes">Minute since 1970, all and bad requests.</param>
    internal sealed record Objective(
        SloDefinition Definition, DateTimeOffset CountedSince, IReadOnlyList<DateTimeOffset?> FiringSince, IReadOnlyList<double[]> Minutes);
}
