namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>The points of one request.</summary>
internal sealed class DecodedPoints
{
    // Protects memory: the shortest point has a few bytes.
    private const int Most = 65_536;

    /// <summary>The accepted points.</summary>
    public List<DecodedPoint> Points { get; } = [];

    /// <summary>The buckets of all histogram points, one after the other.</summary>
    public List<long> Buckets { get; } = [];

    /// <summary>How many were refused.</summary>
    public int Rejected { get; private set; }

    /// <summary>Why the last one was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Accepts a point.</summary>
    /// <param name="point">The point.</param>
    public void Add(in DecodedPoint point)
    {
        if (Points.Count == Most)
        {
            throw new Store.OversizedRequestException($"A request holds at most {Most} points.");
        }

        Points.Add(point);
    }

    /// <summary>Refuses a point.</summary>
    /// <param name="reason">Why.</param>
    public void Reject(string reason)
    {
        Reason = reason;
        Rejected++;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Points.Clear();
        Buckets.Clear();
        (Rejected, Reason) = (0, null);
    }
}
