using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Traces;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Traces;

/// <summary>What was done and how long it took, across processes.</summary>
public sealed partial class TracesPage(TraceQueries traces, ServiceColours colours) : ListComponent<TraceSummary>
{
    private static readonly (string Milliseconds, string Name)[] s_durations =
        [("", "Any duration"), ("10", "10 ms"), ("50", "50 ms"), ("100", "100 ms"), ("250", "250 ms"), ("500", "500 ms"), ("1000", "1 s"), ("5000", "5 s"), ("30000", "30 s")];
    private TimeSpan _longest;

    /// <summary>What one of the spans is about.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>error or ok.</summary>
    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>The least duration in milliseconds.</summary>
    [SupplyParameterFromQuery(Name = "min")]
    public double? Minimum { get; set; }

    /// <summary>A span's exact name.</summary>
    [SupplyParameterFromQuery]
    public string? Operation { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Spans;

    /// <inheritdoc />
    protected override int Step => 100;

    /// <inheritdoc />
    protected override int Most => 1000;

    private ServiceColours Colours => colours;

    private SpanCategory? Category => Enum.TryParse<SpanCategory>(Type, ignoreCase: true, out var category) ? category : null;

    /// <inheritdoc />
    protected override Task<TelemetryPage<TraceSummary>> FindAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var (from, to) = Window.Resolve(Now);
        return traces.FindAsync(
            new TraceQuery
            {
                Resource = Resource.OrNull(),
                Category = Category,
                HasError = Status switch
                {
                    "error" => true,
                    "ok" => false,
                    _ => null,
                },
                MinimumDuration = Minimum is { } milliseconds and > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null,
                Text = Text.OrNull(),
                Operation = Operation.OrNull(),
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
        traces.AttributeNamesAsync(resource, cancellationToken);

    /// <inheritdoc />
    protected override Task TakeAsync(TelemetryPage<TraceSummary> page, CancellationToken cancellationToken)
    {
        _longest = page.Items.Select(static trace => trace.Duration).DefaultIfEmpty().Max();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void GoTo(int limit) => Go(To(limit: limit));

    /// <summary>The bar's width against the longest; of a square root, so that short ones can be told apart beside a very long one.</summary>
    private string Share(TraceSummary trace) => _longest > TimeSpan.Zero
        ? (Math.Sqrt(trace.Duration / _longest) * 100).ToString("0.#", CultureInfo.InvariantCulture)
        : "0";

    private string To(
        string? resource = null, string? type = null, string? status = null, string? min = null, string? text = null, string? operation = null,
        IReadOnlyList<string>? filters = null, int? limit = null, TimeWindow? window = null) => Address.Of(
        "/traces",
        [
            ("resource", resource ?? Resource), ("type", type ?? Type), ("status", status ?? Status),
            ("min", min ?? Minimum?.ToString(CultureInfo.InvariantCulture)), ("q", text ?? Text), ("operation", operation ?? Operation),
            .. Say(filters, limit, window),
        ]);
}
