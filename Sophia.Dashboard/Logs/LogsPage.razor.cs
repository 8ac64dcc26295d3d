using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Logs;

/// <summary>What processes logged, with all their attributes.</summary>
public sealed partial class LogsPage(LogQueries logs) : ListComponent<LogEntry>
{
    private static readonly LogSeverity[] s_levels = [LogSeverity.Debug, LogSeverity.Information, LogSeverity.Warning, LogSeverity.Error, LogSeverity.Critical];
    private LogEntry? _open;

    /// <summary>The least level.</summary>
    [SupplyParameterFromQuery]
    public string? Level { get; set; }

    /// <summary>Only of this trace.</summary>
    [SupplyParameterFromQuery(Name = "trace")]
    public string? TraceId { get; set; }

    /// <summary>The record whose details are open.</summary>
    [SupplyParameterFromQuery(Name = "log")]
    public long? Id { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Logs;

    /// <inheritdoc />
    protected override int Step => 200;

    /// <inheritdoc />
    protected override int Most => 2000;

    private LogSeverity Minimum => Enum.TryParse<LogSeverity>(Level, ignoreCase: true, out var level) ? level : LogSeverity.Unspecified;

    /// <inheritdoc />
    protected override Task<TelemetryPage<LogEntry>> FindAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var (from, to) = Window.Resolve(Now);
        return logs.FindAsync(
            new LogQuery
            {
                Resource = Resource.OrNull(),
                MinimumSeverity = Minimum,
                Text = Text.OrNull(),
                TraceId = TraceId.OrNull(),
                Filters = FilterTexts.Read(Filters),
                From = from,
                To = Window.IsLive ? null : to,
                Cursor = cursor,
                Limit = limit,
            },
            cancellationToken);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<string>> FindNamesAsync(string? resource, CancellationToken cancellationToken) =>
        logs.AttributeNamesAsync(resource, cancellationToken);

    /// <inheritdoc />
    protected override async Task TakeAsync(TelemetryPage<LogEntry> page, CancellationToken cancellationToken) =>
        _open = Id is { } id and > 0 ? page.Items.FirstOrDefault(entry => entry.Id == id) ?? await logs.FindAsync(id, cancellationToken) : null;

    /// <inheritdoc />
    protected override void GoTo(int limit) => Go(To(limit: limit));

    private string? Narrow(TelemetryAttribute attribute) =>
        attribute.Value.Length > 200 ? null : To(filters: [.. Filters, $"{attribute.Key}={attribute.Value}"]);

    private string To(
        string? resource = null, string? level = null, string? text = null, IReadOnlyList<string>? filters = null, string? trace = null,
        long? log = null, int? limit = null, TimeWindow? window = null) => Address.Of(
        "/logs",
        [
            ("resource", resource ?? Resource), ("level", level ?? Level), ("q", text ?? Text), ("trace", trace ?? TraceId),
            ("log", (log ?? Id) is { } id and > 0 ? id.ToString(CultureInfo.InvariantCulture) : null), .. Say(filters, limit, window),
        ]);
}
