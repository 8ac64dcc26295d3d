namespace Sophia.Dashboard.Resources;

/// <summary>Something that somebody did to a resource.</summary>
/// <param name="Sequence">Its number in the record.</param>
/// <param name="Time">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Resource">To what.</param>
/// <param name="Command">start, stop, restart or replicas.</param>
/// <param name="Detail">More of it, such as the counts.</param>
/// <param name="Outcome">How it went.</param>
public sealed record CommandRecord(
    long Sequence, DateTimeOffset Time, string Actor, string Resource, string Command, string? Detail, string Outcome);
