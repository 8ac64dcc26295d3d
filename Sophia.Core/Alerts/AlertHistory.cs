namespace Sophia.Core.Alerts;

/// <summary>Writes down what happened to alerts.</summary>
public static class AlertHistory
{
    // An alert that dances for days stays readable; the oldest steps but the first are dropped.
    private const int MostSteps = 100;

    /// <summary>The alert with another step.</summary>
    public static Alert Add(Alert alert, DateTimeOffset at, string what)
    {
        ArgumentNullException.ThrowIfNull(alert);
        AlertTransition[] history = [.. alert.History, new(at, what, alert.Reading.Value)];
        return alert with { History = history.Length <= MostSteps ? history : [history[0], .. history[^(MostSteps - 1)..]] };
    }

    /// <summary>What people would call the difference, or null where only values moved.</summary>
    public static string? Difference(Alert before, Alert now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        string[] steps =
        [
            .. Step(now.State != before.State, now.State == AlertPhase.Recovering ? "Recovering" : "Wrong again"),
            .. Step(now.Severity != before.Severity, $"Severity: {now.Severity}"),
            .. Step(now.Rule != before.Rule || now.Member != before.Member, $"Cause: {now.Name}"),
            .. Step(now.Paused != before.Paused, now.Paused ? "Paused: the sources are not fresh" : "Sources are fresh again"),
            .. Step(now.MutedUntil != before.MutedUntil, now.MutedUntil is null ? "No longer muted" : "Muted"),
            .. now.Related.Where(related => !before.Related.Any(known => IsSame(known, related))).Select(static related => $"Related: {related.Name}"),
            .. Step(before.Related.Count > now.Related.Count, "Less is related"),
        ];
        return steps.Length == 0 ? null : string.Join("; ", steps);
    }

    private static IEnumerable<string> Step(bool happened, string what) => happened ? [what] : [];

    private static bool IsSame(RelatedAlert left, RelatedAlert right) => left.Rule == right.Rule && left.Member == right.Member;
}
