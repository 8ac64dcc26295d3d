namespace Sophia.Dashboard.Telemetry.Search;

/// <summary>Searches everything from one box. Singleton; does not block the caller's thread.</summary>
public sealed class TelemetrySearch
{
    /// <summary>
    /// Finds what contains a text (ignoring case), or has it as trace or span id: resources, error groups, instruments, rules and
    /// objectives, timeline events, spans by name or attribute, log records; the latest of each kind first.
    /// </summary>
    /// <param name="text">At least two characters.</param>
    /// <param name="limitPerKind">At most this many of each kind; 1 to 100.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The hits by kind. Not complete when time ran out before all kept spans and log records were looked at.</returns>
    public Task<TelemetryPage<SearchHit>> FindAsync(string text, int limitPerKind, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
