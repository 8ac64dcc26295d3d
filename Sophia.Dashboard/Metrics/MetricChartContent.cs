using Sophia.Dashboard.Charts;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Timeline;

namespace Sophia.Dashboard.Metrics;

/// <summary>Turns an instrument's points into what a chart draws.</summary>
public static class MetricChartContent
{
    private const int Colours = 8;
    // More would cover the lines; the list below the chart has them too.
    private const int DrawnExemplars = 60;

    /// <summary>The chart; null where no step holds a value.</summary>
    public static ChartContent? Of(MetricAnswer answer, MetricMeasure measure, bool utc, IReadOnlyList<TimelineEvent> events)
    {
        var kind = answer.Instrument.Kind;
        var series = kind is InstrumentKind.Histogram && measure is MetricMeasure.Natural && answer.Lines.Count == 1
            ? Percentiles(answer.Lines[0])
            : [.. answer.Lines.Select((line, index) => Line(line, Name(line, answer.Instrument), (index % Colours) + 1, kind is not InstrumentKind.Histogram ? MetricMeasure.Natural : measure is MetricMeasure.Natural ? MetricMeasure.P90 : measure))];
        if (series.All(static one => one.Points.All(static point => point[1] is null)))
        {
            return null;
        }

        return new(
            Unit(answer.Instrument, measure), answer.From.Milliseconds(), answer.To.Milliseconds(), utc, series,
            [.. events.Select(static one => new ChartMarker(one.Time.Milliseconds(), one.Title, one.Kind is TimelineKind.AlertFired or TimelineKind.Restarted or TimelineKind.LimitReached))],
            // Values of single requests only belong beside percentiles and means, not beside counts and rates.
            kind is InstrumentKind.Histogram && measure is not MetricMeasure.Count
                ? [.. answer.Exemplars.Take(DrawnExemplars).Select(static one => new ChartExemplar(one.Time.Milliseconds(), one.Value, Address.Of($"/traces/{one.TraceId}", ("span", one.SpanId))))]
                : []);
    }

    /// <summary>The unit of what is drawn.</summary>
    public static string Unit(MetricInstrument instrument, MetricMeasure measure) => instrument.Kind switch
    {
        InstrumentKind.Counter => instrument.Unit == "By" ? "By" : instrument.Unit == "s" ? "share" : "/s",
        InstrumentKind.Histogram when measure is MetricMeasure.Count => "1",
        InstrumentKind.Gauge or InstrumentKind.UpDownCounter or InstrumentKind.Histogram => instrument.Unit,
    };

    /// <summary>What the values are, in words.</summary>
    public static string Describe(MetricInstrument instrument, MetricMeasure measure) => instrument.Kind switch
    {
        InstrumentKind.Counter => UnitText.Name(instrument.Unit) is { Length: > 0 } unit ? $"{unit} per second" : "per second",
        InstrumentKind.UpDownCounter => UnitText.Name(instrument.Unit),
        InstrumentKind.Gauge => UnitText.Name(instrument.Unit),
        InstrumentKind.Histogram => measure switch
        {
            MetricMeasure.Natural => $"p50, p90 and p99 in {UnitText.Name(instrument.Unit)}",
            MetricMeasure.Count => "recordings in each step",
            MetricMeasure.Mean => $"mean in {UnitText.Name(instrument.Unit)}",
            MetricMeasure.P50 => $"median in {UnitText.Name(instrument.Unit)}",
            MetricMeasure.P90 => $"90th percentile in {UnitText.Name(instrument.Unit)}",
            MetricMeasure.P99 => $"99th percentile in {UnitText.Name(instrument.Unit)}",
        },
    };

    private static IReadOnlyList<ChartSeries> Percentiles(MetricLine line) =>
    [
        Line(line, "p99", 3, MetricMeasure.P99), Line(line, "p90", 1, MetricMeasure.P90), Line(line, "p50", 2, MetricMeasure.P50),
    ];

    private static ChartSeries Line(MetricLine line, string name, int colour, MetricMeasure measure) => new(
        name, colour, measure is MetricMeasure.Count ? "bars" : "area",
        [.. line.Points.Select(point => new[] { point.Time.Milliseconds(), Value(point, measure) })]);

    private static double? Value(MetricPoint point, MetricMeasure measure) => measure switch
    {
        MetricMeasure.Natural or MetricMeasure.Mean => point.Value,
        MetricMeasure.Count => point.Count,
        MetricMeasure.P50 => point.P50,
        MetricMeasure.P90 => point.P90,
        MetricMeasure.P99 => point.P99,
    };

    private static string Name(MetricLine line, MetricInstrument instrument) =>
        line.Labels.Count == 0 ? instrument.Name : string.Join(", ", line.Labels.Select(static label => label.Value.Length == 0 ? "(none)" : label.Value));
}
