namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>One series, and its points that are not in a block yet.</summary>
internal sealed class SeriesEntry(int id, InstrumentEntry instrument, IReadOnlyList<TelemetryAttribute> labels, double[] bounds)
{
    /// <summary>Its number.</summary>
    public int Id { get; } = id;

    /// <summary>Its instrument.</summary>
    public InstrumentEntry Instrument { get; } = instrument;

    /// <summary>What tells it apart, by name.</summary>
    public IReadOnlyList<TelemetryAttribute> Labels { get; } = labels;

    /// <summary>Histogram: the upper ends of its buckets but the last, which has none.</summary>
    public double[] Bounds { get; } = bounds;

    /// <summary>How many buckets it has; 0 of one that is no histogram.</summary>
    public int Buckets => Instrument.Description.Kind == InstrumentKind.Histogram ? Bounds.Length + 1 : 0;

    /// <summary>The points that are not in a block yet.</summary>
    public ChunkWriter Open { get; } = new(instrument.Description.Kind == InstrumentKind.Histogram ? bounds.Length + 1 : 0);

    /// <summary>The points of the block that is being written; empty when none is.</summary>
    public ReadOnlyMemory<byte> Sealing { get; set; }

    /// <summary>The last point's time, in milliseconds since 1970.</summary>
    public long LastTime { get; set; } = long.MinValue;

    /// <summary>When the sums that it reports began, in milliseconds since 1970; 0 where that is not known.</summary>
    public long Start { get; set; }
}
