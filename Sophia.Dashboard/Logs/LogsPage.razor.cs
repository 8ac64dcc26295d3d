using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Logs;

/// <summary>What processes logged, with all their attributes.</summary>
public sealed partial class LogsPage(LogQueries logs) : TelemetryComponent
{
    private const int Step = 200;
    // The rows that a browser draws without getting slow; further back the search is narrowed instead.
    private const int Most = 2000;
    private static readonly LogSeverity[] s_levels = [LogSeverity.Debug, LogSeverity.Information, LogSeverity.Warning, LogSeverity.Error, LogSeverity.Critical];
    private TelemetryPage<LogEntry>? _page;
    private LogEntry? _open;
    private IReadOnlyList<string> _names = [];

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery]
    public string? Resource { get; set; }

    /// <summary>The least level.</summary>
    [SupplyParameterFromQuery]
    public string? Level { get; set; }

    /// <summary>Text in the record.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>Conditions on attributes.</summary>
    [SupplyParameterFromQuery(Name = "filter")]
    public string[] Filters { get; set; } = [];

    /// <summary>Only of this trace.</summary>
    [SupplyParameterFromQuery(Name = "trace")]
    public string? TraceId { get; set; }

    /// <summary>The record whose details are open.</summary>
    [SupplyParameterFromQuery(Name = "log")]
    public long? Id { get; set; }

    /// <summary>How many records are shown.</summary>
    [SupplyParameterFromQuery]
    public int? Limit { get; set; }

    /// <summary>A named range.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    /// <summary>The begin.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The end.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? Until { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Logs;

    private TimeWindow Window => TimeWindow.Read(Range, From, Until, "24h");

    private LogSeverity Minimum => Enum.TryParse<LogSeverity>(Level, ignoreCase: true, out var level) ? level : LogSeverity.Unspecified;

    private LogQuery Query
    {
        get
        {
            var (from, to) = Window.Resolve(Now);
            return new()
            {
                Resource = Resource.OrNull(),
                MinimumSeverity = Minimum,
                Text = Text.OrNull(),
                TraceId = TraceId.OrNull(),
                Filters = FilterTexts.Read(Filters),
                From = from,
                To = Window.IsLive ? null : to,
                Limit = Math.Clamp(Limit ?? Step, Step, Most),
            };
        }
    }

    private string Summary => _page is { } page
        ? $"{NumberText.Count(page.Items.Count)}{(page.Next is null ? "" : "+")} records, newest first, {Time.Name}"
        : "";

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _page = await logs.FindAsync(Query, cancellationToken);
        _names = await logs.AttributeNamesAsync(Resource.OrNull(), cancellationToken);
        _open = Id is { } id and > 0 ? _page.Items.FirstOrDefault(entry => entry.Id == id) ?? await logs.FindAsync(id, cancellationToken) : null;
    }

    private async Task MoreAsync()
    {
        if (_page is { Complete: false, Next: { } next } page)
        {
            // The search ran out of its time, not of records: go on from there.
            var further = await logs.FindAsync(Query with { Cursor = next, Limit = Step }, Leaving);
            _page = further with { Items = [.. page.Items, .. further.Items] };
            return;
        }

        Go(To(limit: Math.Min(Most, (Limit ?? Step) + Step)));
    }

    private string? Narrow(TelemetryAttribute attribute) =>
        attribute.Value.Length > 200 ? null : To(filters: [.. Filters, $"{attribute.Key}={attribute.Value}"]);

    private string To(
        string? resource = null, string? level = null, string? text = null, IReadOnlyList<string>? filters = null, string? trace = null,
        long? log = null, int? limit = null, TimeWindow? window = null)
    {
        var shown = window ?? Window;
        (string, string?)[] parameters =
        [
            ("resource", resource ?? Resource), ("level", level ?? Level), ("q", text ?? Text), ("trace", trace ?? TraceId),
            ("log", (log ?? Id) is { } id and > 0 ? id.ToString(CultureInfo.InvariantCulture) : null),
            ("limit", (limit ?? Limit)?.ToString(CultureInfo.InvariantCulture)),
            ("range", shown.Range == "24h" ? null : shown.Range), ("from", shown.FromText), ("to", shown.ToText),
            .. (filters ?? Filters).Select(static filter => ("filter", (string?)filter)),
        ];
        return Address.Of("/logs", parameters);
    }
}
