using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Web.Api;
using Sophia.Web.Figures;
using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>What goes or went wrong with metrics, as it happens.</summary>
public sealed partial class AlertsPage
{
    private const int Step = 25;

    // What one question to the API brings; who looks for more narrows it down.
    private const int MostShown = 200;

    private static readonly string[] s_states = ["open", "resolved", "all"];
    private static readonly string[] s_severities =
        [.. new[] { AlertSeverity.Critical, AlertSeverity.Warning }.Select(static severity => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString()))];
    private static readonly string[] s_metrics = [.. MetricCatalog.All.Select(static metric => metric.Key)];
    private static readonly string[] s_care = ["false", "true"];

    private int _wanted = Step;

    /// <summary>open, resolved or all.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>The least severity.</summary>
    [SupplyParameterFromQuery]
    public string? Severity { get; set; }

    /// <summary>The key of the metric that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Metric { get; set; }

    /// <summary>Whether somebody takes care of them.</summary>
    [SupplyParameterFromQuery]
    public string? Acknowledged { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private AlertWatch Watch { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/alerts");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    private AlertsQuery Query => new(State, Severity, Metric, Acknowledged);

    private bool IsPlain => Address == "/alerts";

    private string Lead => Watch.Open switch
    {
        { Live.State: LiveState.Reconnecting, Live.Since: var since } => Text["alerts.notLive", AgeText.Moment(Text, since, Now)],
        { Alerts: null } => Text["alerts.connecting"],
        { Judgement.IsWatched: false } => Text["alerts.notWatched"],
        { Alerts: [], Judgement.Behind: { Length: > 0 } behind } => Text["alerts.calmPartly", behind],
        { Alerts: { Count: var count } } => Text[count == 1 ? "alerts.oneOpen" : "alerts.manyOpen", count],
    };

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<AlertsView>> ReadAsync(CancellationToken cancellationToken) =>
        await Api.GetAsync(
            Query.At("/api/v1/alerts", ("limit", _wanted.ToString(CultureInfo.InvariantCulture))), AlertsJson.Default.PageAlert, cancellationToken) switch
        {
            ApiAnswer<Page<Alert>>.Success { Value: var page } => new ApiAnswer<AlertsView>.Success(new([.. page.Items.Select(Slim)], page.Next is not null)),
            ApiAnswer<Page<Alert>>.Failure failure => new ApiAnswer<AlertsView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };

    /// <summary>An alert without what only its own page shows, so that the page's saved state stays small.</summary>
    private static Alert Slim(Alert alert) => alert with { History = [], Contributors = [.. alert.Contributors.Take(AlertCard.MostContributors)] };

    private static IReadOnlyList<string> Chosen(string? member) => string.IsNullOrEmpty(member) ? [] : [member];

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted * 2, MostShown);
        await LoadAsync();
    }
}
