using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Charts;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Metrics;

/// <summary>One chart over an instrument; reads its points itself.</summary>
public sealed partial class MetricChart(MetricQueries metrics, TimelineLog timeline)
{
    private MetricAnswer? _answer;
    private ChartContent? _content;
    private bool _loading = true;
    private string? _failure;
    private string _empty = "No data in this window";
    private (ChartDefinition, DateTimeOffset, DateTimeOffset, int, bool)? _read;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ChartDefinition Definition { get; set; }

    /// <summary>The window's begin.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset From { get; set; }

    /// <summary>The window's end.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset To { get; set; }

    /// <summary>Changes when there may be new points.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>The height in CSS pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 260;

    /// <summary>What else can be done.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>The viewer drew over a stretch of time.</summary>
    [Parameter]
    public EventCallback<(DateTimeOffset From, DateTimeOffset To)> OnZoom { get; set; }

    [CascadingParameter]
    private ViewerTime Time { get; set; } = ViewerTime.Utc;

    private string Subtitle => _answer is { } answer
        ? string.Join(" · ", new[] { Definition.Resource, MetricChartContent.Describe(answer.Instrument, Definition.Measure), string.Join(", ", Definition.Filters) }.Where(static part => part.Length > 0))
        : Definition.Resource;

    private string Summary => _content is { } content
        ? $"{Definition.Instrument} of {Definition.Resource}: " + string.Join("; ", content.Series.Take(5).Select(series =>
            $"{series.Name} last {UnitText.Write(series.Points.LastOrDefault(static point => point[1] is not null)?[1], content.Unit)}"))
        : Definition.Instrument;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Definition, From, To, Version, Time.IsUtc);
        if (!RendererInfo.IsInteractive || _read == wanted)
        {
            return;
        }

        _read = wanted;
        try
        {
            var answer = await metrics.ReadAsync(
                new()
                {
                    Resource = Definition.Resource,
                    Meter = Definition.Meter,
                    Instrument = Definition.Instrument,
                    From = From,
                    To = To,
                    GroupBy = Definition.GroupBy,
                    Filters = FilterTexts.Read(Definition.Filters),
                },
                CancellationToken.None);
            if (_read != wanted)
            {
                // The viewer has asked for something else meanwhile.
                return;
            }

            _answer = answer;
            _empty = answer is null ? "This instrument is not known here" : "No data in this window";
            _content = answer is null ? null : MetricChartContent.Of(answer, Definition.Measure, Time.IsUtc, timeline.Find(From, To));
            _failure = null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            _failure = exception.Message;
        }

        _loading = false;
    }
}
