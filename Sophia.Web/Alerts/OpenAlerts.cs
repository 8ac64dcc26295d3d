using Sophia.Core.Alerts;
using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>The alerts that go on, as far as this process has heard. Never changes: a newer one takes its place.</summary>
/// <param name="Live">How it stands with the API.</param>
/// <param name="Sequence">The number of the last change heard of, or null before the first.</param>
/// <param name="Alerts">The alerts, the newest first; null before the API has said which. The API keeps them few.</param>
internal sealed record OpenAlerts(LiveStatus Live, long? Sequence, IReadOnlyList<Alert>? Alerts)
{
    /// <summary>Whether silence means that nothing is wrong.</summary>
    public Judgement Judgement { get; init; } = new(IsWatched: true, Behind: string.Empty);

    /// <summary>What people want to hear of, the most severe first and of these what nobody takes care of yet, then the newest.</summary>
    /// <param name="now">The present: a mute that is over counts no more.</param>
    public IReadOnlyList<Alert> Audible(DateTimeOffset now) =>
    [
        .. (Alerts ?? []).Where(alert => !(alert.MutedUntil > now))
            .OrderByDescending(static alert => alert.Severity)
            .ThenBy(static alert => alert.AcknowledgedBy is not null)
            .ThenByDescending(static alert => alert.OpenedAt),
    ];

    /// <summary>The same after a message.</summary>
    public OpenAlerts After(AlertMessage message) => message switch
    {
        AlertMessage.Snapshot snapshot => this with { Sequence = snapshot.Sequence, Alerts = snapshot.Alerts },
        AlertMessage.Resumed resumed => this with { Sequence = resumed.Sequence },
        AlertMessage.Opened opened => With(opened.Sequence, opened.Alert),
        AlertMessage.Changed changed => With(changed.Sequence, changed.Alert),
        AlertMessage.Resolved resolved => this with { Sequence = resolved.Sequence, Alerts = [.. Others(resolved.Alert)] },
        _ => this,
    };

    private OpenAlerts With(long sequence, Alert alert) => this with
    {
        Sequence = sequence,
        Alerts = [.. Others(alert).Append(alert).OrderByDescending(static one => one.OpenedAt).ThenByDescending(static one => one.Id)],
    };

    private IEnumerable<Alert> Others(Alert alert) => (Alerts ?? []).Where(other => other.Id != alert.Id);
}
