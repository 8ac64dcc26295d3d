namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>A rule on a metric.</summary>
/// <param name="Id">Its id; empty when it is new.</param>
/// <param name="Name">Its name.</param>
/// <param name="Resource">A process's key or a service's name.</param>
/// <param name="Meter">The meter's name.</param>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Filters">Conditions on dimensions, in their text form.</param>
/// <param name="Measure">Which figure is looked at.</param>
/// <param name="Above">True: fires above the threshold; false: below.</param>
/// <param name="Threshold">The threshold, in the instrument's unit.</param>
/// <param name="Window">Over which time the figure is taken; 10 s to 1 d.</param>
/// <param name="For">How long the threshold must be crossed before it fires.</param>
public sealed record AlertRule(
    string Id, string Name, string Resource, string Meter, string Instrument, IReadOnlyList<string> Filters, AlertMeasure Measure,
    bool Above, double Threshold, TimeSpan Window, TimeSpan For);
