using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>An instrument of one process.</summary>
internal sealed class InstrumentEntry(int id, ResourceEntry resource, InstrumentDescription description)
{
    /// <summary>Its number; series of it lie together on disk.</summary>
    public int Id { get; } = id;

    /// <summary>The process.</summary>
    public ResourceEntry Resource { get; } = resource;

    /// <summary>What it is.</summary>
    public InstrumentDescription Description { get; } = description;

    /// <summary>Its series by what the sender wrote to tell them apart; a series may be there under several spellings.</summary>
    public Dictionary<byte[], SeriesEntry> Spellings { get; } = new(Utf8Comparer.Instance);

    /// <summary>Its series by their labels.</summary>
    public Dictionary<string, SeriesEntry> Series { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether its sender gave up telling series apart.</summary>
    public bool Overflow { get; set; }
}
