using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Resources;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Timeline;

/// <summary>What happened to the stack: restarts, deployments, alerts, and what people did.</summary>
public sealed partial class TimelinePage(TimelineLog timeline, ControlClient control) : WindowedComponent
{
    private IReadOnlyList<TimelineEvent>? _events;
    private DateTimeOffset _from;
    private DateTimeOffset _to;

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery]
    public string? Resource { get; set; }

    /// <summary>One kind of event.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Timeline | TelemetrySignals.Alerts;

    /// <inheritdoc />
    protected override string UsualRange => "24h";

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        (_from, _to) = Window.Resolve(Now);
        var commands = await ReadCommandsAsync(cancellationToken);
        _events =
        [
            .. timeline.Find(_from, _to, Resource.OrNull()).Where(static one => one.Kind is not TimelineKind.Command).Concat(commands)
                .Where(one => Kind.OrNull() is not { } kind || one.Kind.ToString() == kind).OrderByDescending(static one => one.Time),
        ];
    }

    /// <summary>The host records every command, also those that came another way than through these pages.</summary>
    private async Task<IEnumerable<TimelineEvent>> ReadCommandsAsync(CancellationToken cancellationToken)
    {
        if (!control.IsConfigured)
        {
            return [];
        }

        try
        {
            return (await control.ReadCommandsAsync(cancellationToken) ?? [])
                .Where(record => record.Time >= _from && record.Time < _to && (Resource.OrNull() is not { } resource || record.Resource == resource))
                .Select(static record => new TimelineEvent(
                    record.Time, TimelineKind.Command, $"{record.Command} {record.Resource}", record.Resource,
                    record.Outcome == "Done" ? record.Detail : $"{record.Detail} {record.Outcome}".Trim(), record.Actor));
        }
        catch (HttpRequestException)
        {
            // The host is away; what the telemetry knows still shows.
            return [];
        }
    }

    private string Place(TimelineEvent one) => (Math.Clamp((one.Time - _from) / (_to - _from), 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Word(TimelineKind kind) => kind switch
    {
        TimelineKind.Started => "Started",
        TimelineKind.Restarted => "Restarted",
        TimelineKind.Deployed => "Deployed",
        TimelineKind.AlertFired => "Alert fired",
        TimelineKind.AlertResolved => "Alert resolved",
        TimelineKind.LimitReached => "Limit reached",
        TimelineKind.Command => "Command",
    };

    private static string Tone(TimelineKind kind) => kind switch
    {
        TimelineKind.AlertFired => "bad",
        TimelineKind.Restarted or TimelineKind.LimitReached => "warn",
        TimelineKind.AlertResolved or TimelineKind.Started => "good",
        TimelineKind.Deployed or TimelineKind.Command => "",
    };

    private string To(string? resource = null, string? kind = null, TimeWindow? window = null) =>
        Address.Of("/timeline", [("resource", resource ?? Resource), ("kind", kind ?? Kind), .. Say(window)]);
}
