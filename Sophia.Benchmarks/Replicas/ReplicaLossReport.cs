using System.Globalization;

namespace Sophia.Benchmarks.Replicas;

/// <summary>What was seen when a replica of the API was killed under load.</summary>
internal sealed record ReplicaLossReport
{
    /// <summary>Requests that were answered.</summary>
    public required long Answered { get; init; }

    /// <summary>Requests that had begun when the replica died, and failed.</summary>
    public required int LostInFlight { get; init; }

    /// <summary>The most that can have been in flight on it: its share of the connections.</summary>
    public required int InFlightAtMost { get; init; }

    /// <summary>Requests that began later and failed; none should.</summary>
    public required IReadOnlyList<string> LostLater { get; init; }

    /// <summary>Sockets whose line broke, of all.</summary>
    public required int SocketsLost { get; init; }

    /// <summary>All sockets.</summary>
    public required int Sockets { get; init; }

    /// <summary>From the kill to the first message on the new connection, for the slowest socket.</summary>
    public required TimeSpan SlowestSocketBack { get; init; }

    /// <summary>Messages whose sequence was lower than one that the same socket had seen.</summary>
    public required int StepsBack { get; init; }

    /// <summary>Sockets that in the end did not show the source's revenue.</summary>
    public required int SocketsWrong { get; init; }

    /// <summary>Deals won around the kill, each announced by a webhook.</summary>
    public required int DealsWon { get; init; }

    /// <summary>What they add up to that Sophia does not show: 0 when every webhook was stored.</summary>
    public required decimal RevenueMissing { get; init; }

    /// <summary>From the kill until the killed replica's successor was ready.</summary>
    public required TimeSpan Replaced { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        requests: {Answered} answered, {LostInFlight} lost in flight (at most {InFlightAtMost} were), {LostLater.Count} lost later
        sockets:  {SocketsLost} of {Sockets} lost, slowest back after {SlowestSocketBack.TotalSeconds:0.00} s, {StepsBack} steps back in sequence, {SocketsWrong} wrong in the end
        webhooks: {DealsWon} deals won around the kill, {RevenueMissing} of their revenue missing
        replica:  replaced after {Replaced.TotalSeconds:0.0} s
        """);
}
