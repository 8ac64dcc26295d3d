using Sophia.Dashboard.Telemetry.Alerts;

namespace Sophia.Dashboard.Slos;

/// <summary>An alert rule while it is being written.</summary>
public sealed class AlertForm
{
    /// <summary>Its id; empty when it is new.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The instrument, as service|meter|instrument.</summary>
    public string Metric { get; set; } = "";

    /// <summary>A condition on dimensions in its text form; empty for none.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Which figure is looked at.</summary>
    public AlertMeasure Measure { get; set; }

    /// <summary>Whether it fires above the threshold.</summary>
    public bool Above { get; set; } = true;

    /// <summary>The threshold in the instrument's unit.</summary>
    public double Threshold { get; set; }

    /// <summary>Over so many seconds.</summary>
    public double WindowSeconds { get; set; } = 60;

    /// <summary>For so many seconds.</summary>
    public double ForSeconds { get; set; } = 60;

    /// <summary>A new one.</summary>
    public static AlertForm New() => new();

    /// <summary>A new one on an instrument.</summary>
    public static AlertForm On(string service, string meter, string instrument) => new() { Name = instrument, Metric = $"{service}|{meter}|{instrument}" };

    /// <summary>One that is there already.</summary>
    public static AlertForm Of(AlertRule rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Metric = $"{rule.Resource}|{rule.Meter}|{rule.Instrument}",
        Filter = rule.Filters.Count > 0 ? rule.Filters[0] : "",
        Measure = rule.Measure,
        Above = rule.Above,
        Threshold = rule.Threshold,
        WindowSeconds = rule.Window.TotalSeconds,
        ForSeconds = rule.For.TotalSeconds,
    };

    /// <summary>What was written; null where no instrument was chosen.</summary>
    public AlertRule? Read() => Metric.Split('|') is [var service, var meter, var instrument]
        ? new(
            Id, Name.Trim(), service, meter, instrument, Filter.Length > 0 ? [Filter] : [], Measure, Above, Threshold,
            TimeSpan.FromSeconds(WindowSeconds), TimeSpan.FromSeconds(ForSeconds))
        : null;
}
