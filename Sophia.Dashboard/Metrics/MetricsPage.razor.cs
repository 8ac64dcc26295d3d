using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Metrics;

/// <summary>Every instrument of every service, one at a time.</summary>
public sealed partial class MetricsPage(MetricQueries metrics) : WindowedComponent
{
    private IReadOnlyList<MetricInstrument>? _instruments;
    private IReadOnlyList<MetricDimension> _dimensions = [];
    private string _find = "";
    private bool _adding;
    private int _version;
    private DateTimeOffset _from;
    private DateTimeOffset _to;

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery(Name = "resource")]
    public string? Service { get; set; }

    /// <summary>The meter.</summary>
    [SupplyParameterFromQuery]
    public string? Meter { get; set; }

    /// <summary>The instrument.</summary>
    [SupplyParameterFromQuery]
    public string? Instrument { get; set; }

    /// <summary>Which figure of a histogram.</summary>
    [SupplyParameterFromQuery(Name = "measure")]
    public string? MeasureName { get; set; }

    /// <summary>The dimensions that get a line each.</summary>
    [SupplyParameterFromQuery(Name = "group")]
    public string[] Groups { get; set; } = [];

    /// <summary>Conditions on dimensions.</summary>
    [SupplyParameterFromQuery(Name = "filter")]
    public string[] Filters { get; set; } = [];

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Metrics;

    private MetricMeasure Measure => Enum.TryParse<MetricMeasure>(MeasureName, ignoreCase: true, out var measure) ? measure : MetricMeasure.Natural;

    private MetricInstrument? Chosen => _instruments?.FirstOrDefault(one => one.Service == Service && one.Meter == Meter && one.Name == Instrument);

    private IEnumerable<MetricInstrument> Found => (_instruments ?? []).Where(one =>
        _find.Length == 0 || one.Name.Contains(_find, StringComparison.OrdinalIgnoreCase) || one.Meter.Contains(_find, StringComparison.OrdinalIgnoreCase)
        || one.Description.Contains(_find, StringComparison.OrdinalIgnoreCase));

    private ChartDefinition? Definition { get; set; }

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _instruments = await metrics.InstrumentsAsync(resource: null, cancellationToken);
        Definition = Service.OrNull() is { } service && Meter.OrNull() is { } meter && Instrument.OrNull() is { } instrument
            ? new() { Resource = service, Meter = meter, Instrument = instrument, Measure = Measure, GroupBy = Groups, Filters = Filters }
            : null;
        _dimensions = Definition is { } definition
            ? await metrics.DimensionsAsync(definition.Resource, definition.Meter, definition.Instrument, cancellationToken)
            : [];
        (_from, _to) = Window.Resolve(Now);
        _version++;
    }

    /// <summary>All of a dimension, one line for each of its values, or one value of it.</summary>
    private (IReadOnlyList<string> Filters, IReadOnlyList<string> Groups) Choose(string dimension, string? choice)
    {
        string[] filters = [.. Filters.Where(filter => !filter.StartsWith(dimension + "=", StringComparison.Ordinal))];
        string[] groups = [.. Groups.Where(group => group != dimension)];
        return choice switch
        {
            "*" => (filters, [.. groups, dimension]),
            ['=', ..] => ([.. filters, dimension + choice], groups),
            _ => (filters, groups),
        };
    }

    private string To(
        string? resource = null, string? meter = null, string? instrument = null, string? measure = null,
        (IReadOnlyList<string> Filters, IReadOnlyList<string> Groups)? filters = null, TimeWindow? window = null)
    {
        // Another instrument has other dimensions.
        var (conditions, groups) = instrument is null ? filters ?? (Filters, Groups) : ([], []);
        (string, string?)[] parameters =
        [
            ("resource", resource ?? Service), ("meter", meter ?? Meter), ("instrument", instrument ?? Instrument),
            ("measure", instrument is null ? measure ?? MeasureName : null),
            .. Say(window), .. conditions.Select(static filter => ("filter", (string?)filter)), .. groups.Select(static group => ("group", (string?)group)),
        ];
        return Address.Of("/metrics", parameters);
    }
}
