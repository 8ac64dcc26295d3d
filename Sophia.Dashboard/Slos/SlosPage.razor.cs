using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Slos;

/// <summary>What is promised, how much of it is used up, and what is watched.</summary>
public sealed partial class SlosPage(SloEngine slos, AlertEngine alerts) : TelemetryComponent
{
    private IReadOnlyList<SloStatus>? _slos;
    private IReadOnlyList<AlertStatus>? _alerts;
    private SloForm? _slo;
    private AlertForm? _rule;
    private string? _begun;

    /// <summary>A metric, as service|meter|instrument, to begin a rule on.</summary>
    [SupplyParameterFromQuery]
    public string? Rule { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Alerts | TelemetrySignals.Spans;

    private string Summary
    {
        get
        {
            var firing = (_alerts ?? []).Count(static alert => alert.State is AlertState.Firing)
                + (_slos ?? []).Sum(static slo => slo.Alerts.Count(static alert => alert.FiringSince is not null));
            return _slos is null ? "" : firing == 0 ? "Nothing fires" : $"{firing} {(firing == 1 ? "alert fires" : "alerts fire")}";
        }
    }

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        _slos = slos.Status();
        _alerts = alerts.Status();
        if (Rule.OrNull() is { } rule && rule != _begun && rule.Split('|') is [var service, var meter, var instrument])
        {
            _begun = rule;
            _rule = AlertForm.On(service, meter, instrument);
        }

        return Task.CompletedTask;
    }

    private async Task CloseAsync()
    {
        (_slo, _rule) = (null, null);
        await ReadAgainAsync();
    }

    private static string Word(AlertState state) => state switch
    {
        AlertState.Ok => "Fine",
        AlertState.Pending => "Pending",
        AlertState.Firing => "Firing",
        AlertState.NoData => "No data",
    };

    private static string Tone(AlertState state) => state switch
    {
        AlertState.Ok => "good",
        AlertState.Pending => "warn",
        AlertState.Firing => "bad",
        AlertState.NoData => "",
    };
}
