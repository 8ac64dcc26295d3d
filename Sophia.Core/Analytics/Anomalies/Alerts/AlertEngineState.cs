namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>What an <see cref="AlertEngine"/> remembers: with it the next one, in another process, neither repeats nor forgets.</summary>
public sealed record AlertEngineState
{
    /// <summary>An engine that has seen nothing.</summary>
    public static AlertEngineState Empty { get; } = new() { Trackers = [], Incidents = [], Told = [], DigestDue = null };

    /// <summary>The alerts that are not inactive.</summary>
    public required IReadOnlyList<TrackerState> Trackers { get; init; }

    /// <summary>The incidents that go on.</summary>
    public required IReadOnlyList<IncidentState> Incidents { get; init; }

    /// <summary>When people were last told of something new, within the limits' period.</summary>
    public required IReadOnlyList<DateTimeOffset> Told { get; init; }

    /// <summary>When what waits is told together; null where nothing waits.</summary>
    public required DateTimeOffset? DigestDue { get; init; }

    /// <summary>The state without rules that exist no more, and the incidents that nothing is left of.</summary>
    /// <param name="rules">The rules that exist.</param>
    public (AlertEngineState State, IReadOnlyList<IncidentState> Ended) Keep(IReadOnlySet<string> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var left = Incidents.ToLookup(incident => incident.Rules.Any(rules.Contains));
        return (
            this with
            {
                Trackers = [.. Trackers.Where(tracker => rules.Contains(tracker.Rule))],
                Incidents = [.. left[true].Select(incident => incident with { Rules = [.. incident.Rules.Where(rules.Contains)] })],
            },
            [.. left[false]]);
    }
}
