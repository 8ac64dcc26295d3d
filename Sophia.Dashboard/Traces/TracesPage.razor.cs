using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Traces;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Traces;

/// <summary>What was done and how long it took, across processes.</summary>
public sealed partial class TracesPage(TraceQueries traces, ServiceColours colours) : TelemetryComponent
{
    private const int Step = 100;
    // The rows that a browser draws without getting slow; further back the search is narrowed instead.
    private const int Most = 1000;
    private static readonly (string Milliseconds, string Name)[] s_durations =
        [("", "Any duration"), ("10", "10 ms"), ("50", "50 ms"), ("100", "100 ms"), ("250", "250 ms"), ("500", "500 ms"), ("1000", "1 s"), ("5000", "5 s"), ("30000", "30 s")];
    private TelemetryPage<TraceSummary>? _page;
    private IReadOnlyList<string> _names = [];
    private TimeSpan _longest;

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery]
    public string? Resource { get; set; }

    /// <summary>What one of the spans is about.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>error or ok.</summary>
    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>The least duration in milliseconds.</summary>
    [SupplyParameterFromQuery(Name = "min")]
    public double? Minimum { get; set; }

    /// <summary>Text in a span's name.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>A span's exact name.</summary>
    [SupplyParameterFromQuery]
    public string? Operation { get; set; }

    /// <summary>Conditions on attributes.</summary>
    [SupplyParameterFromQuery(Name = "filter")]
    public string[] Filters { get; set; } = [];

    /// <summary>How many traces are shown.</summary>
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
    protected override TelemetrySignals Signals => TelemetrySignals.Spans;

    private ServiceColours Colours => colours;

    private TimeWindow Window => TimeWindow.Read(Range, From, Until, "24h");

    private SpanCategory? Category => Enum.TryParse<SpanCategory>(Type, ignoreCase: true, out var category) ? category : null;

    private string Summary => _page is { } page
        ? $"{NumberText.Count(page.Items.Count)}{(page.Next is null ? "" : "+")} traces, newest first, {Time.Name}"
        : "";

    private TraceQuery Query
    {
        get
        {
            var (from, to) = Window.Resolve(Now);
            return new()
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
                Limit = Math.Clamp(Limit ?? Step, Step, Most),
            };
        }
    }

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Take(await traces.FindAsync(Query, cancellationToken));
        _names = await traces.AttributeNamesAsync(Resource.OrNull(), cancellationToken);
    }

    private void Take(TelemetryPage<TraceSummary> page)
    {
        _page = page;
        _longest = page.Items.Select(static trace => trace.Duration).DefaultIfEmpty().Max();
    }

    private async Task MoreAsync()
    {
        if (_page is { Complete: false, Next: { } next } page)
        {
            // The search ran out of its time, not of traces: go on from there.
            var further = await traces.FindAsync(Query with { Cursor = next, Limit = Step }, Leaving);
            Take(further with { Items = [.. page.Items, .. further.Items] });
            return;
        }

        Go(To(limit: Math.Min(Most, (Limit ?? Step) + Step)));
    }

    /// <summary>The bar's width against the longest; of a square root, so that short ones can be told apart beside a very long one.</summary>
    private string Share(TraceSummary trace) => _longest > TimeSpan.Zero
        ? (Math.Sqrt(trace.Duration / _longest) * 100).ToString("0.#", CultureInfo.InvariantCulture)
        : "0";

    private string To(
        string? resource = null, string? type = null, string? status = null, string? min = null, string? text = null, string? operation = null,
        IReadOnlyList<string>? filters = null, int? limit = null, TimeWindow? window = null)
    {
        var shown = window ?? Window;
        (string, string?)[] parameters =
        [
            ("resource", resource ?? Resource), ("type", type ?? Type), ("status", status ?? Status),
            ("min", min ?? Minimum?.ToString(CultureInfo.InvariantCulture)), ("q", text ?? Text), ("operation", operation ?? Operation),
            ("limit", (limit ?? Limit)?.ToString(CultureInfo.InvariantCulture)),
            ("range", shown.Range == "24h" ? null : shown.Range), ("from", shown.FromText), ("to", shown.ToText),
            .. (filters ?? Filters).Select(static filter => ("filter", (string?)filter)),
        ];
        return Address.Of("/traces", parameters);
    }
}
