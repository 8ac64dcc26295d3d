namespace Sophia.LocalHost.Control;

/// <summary>What somebody told the host to do, and what came of it.</summary>
/// <param name="Sequence">Its place among all commands to this instance, from 1.</param>
/// <param name="Time">When it had been carried out.</param>
/// <param name="Actor">Who, as the client said; whoever knows the token can say anything.</param>
/// <param name="Resource">The resource, project or replica.</param>
/// <param name="Command"><c>start</c>, <c>stop</c>, <c>restart</c> or <c>replicas</c>.</param>
/// <param name="Detail">What else was said; null when nothing.</param>
/// <param name="Outcome"><c>Done</c>, or <c>Failed: …</c> with the reason.</param>
internal sealed record CommandRecord(long Sequence, DateTimeOffset Time, string Actor, string Resource, string Command, string? Detail, string Outcome);
