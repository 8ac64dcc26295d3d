namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>One point of a series, as it is kept.</summary>
internal ref struct ChunkPoint
{
    /// <summary>Its time, in milliseconds since 1970.</summary>
    public long Time;

    /// <summary>A gauge's or sum's value; a histogram's sum of values.</summary>
    public double Value;

    /// <summary>Histogram: how many values.</summary>
    public long Count;

    /// <summary>Histogram: how many values in each bucket; one more than bounds.</summary>
    public ReadOnlySpan<long> Buckets;

    /// <summary>A single value that belongs to the point; its trace is 0 where there is none.</summary>
    public PointExemplar Exemplar;
}
