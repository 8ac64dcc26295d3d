namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>What an instrument is.</summary>
/// <param name="Meter">Its meter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Kind">How its values are to be read.</param>
/// <param name="Delta">Whether each point stands for the time since the point before, rather than since the start.</param>
internal sealed record InstrumentDescription(string Meter, string Name, string Description, string Unit, InstrumentKind Kind, bool Delta);
