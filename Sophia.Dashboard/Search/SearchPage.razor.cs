using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Search;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Search;

/// <summary>One box over everything.</summary>
public sealed partial class SearchPage(TelemetrySearch search) : TelemetryComponent
{
    private const string Path = "/search";
    private const string Parameter = "q";
    private const int HitsPerKind = 20;
    private TelemetryPage<SearchHit>? _hits;

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = Parameter)]
    public string? Text { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.None;

    private string Summary => _hits is { } hits ? NumberText.Count(hits.Items.Count, "hit", "hits") : "";

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        _hits = Text?.Trim() is { Length: > 1 } text ? await search.FindAsync(text, HitsPerKind, cancellationToken) : null;

    private static string Word(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Resource => "Resources",
        SearchHitKind.Trace => "Traces",
        SearchHitKind.Span => "Spans",
        SearchHitKind.Log => "Log records",
        SearchHitKind.Metric => "Metrics",
        SearchHitKind.Error => "Errors",
        SearchHitKind.Slo => "Objectives",
        SearchHitKind.Alert => "Alert rules",
        SearchHitKind.Timeline => "Timeline",
    };

    private static string Lead(SearchHit hit) => (hit.Kind, hit.Key.Split(hit.Kind is SearchHitKind.Span ? '/' : '|')) switch
    {
        (SearchHitKind.Span, [var trace, var span, ..]) => Address.Of($"/traces/{trace}", ("span", span)),
        (SearchHitKind.Metric, [var service, var meter, var instrument, ..]) => Address.Of("/metrics", ("resource", service), ("meter", meter), ("instrument", instrument)),
        (SearchHitKind.Trace, _) => $"/traces/{hit.Key}",
        (SearchHitKind.Log, _) => Address.Of("/logs", ("log", hit.Key)),
        (SearchHitKind.Error, _) => Address.Of("/errors", ("error", hit.Key)),
        (SearchHitKind.Resource, _) => Address.Of("/traces", ("resource", hit.Key)),
        (SearchHitKind.Slo or SearchHitKind.Alert, _) => "/slos",
        _ => "/timeline",
    };
}
