namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads percentiles from a histogram's buckets.</summary>
internal static class HistogramPercentiles
{
    /// <summary>
    /// The value below which a share of the recorded values lies, interpolated linearly inside its bucket, as Prometheus'
    /// <c>histogram_quantile</c> does: the first bucket begins at 0 when its end is positive; of the last, which has no end, its begin
    /// is answered.
    /// </summary>
    /// <param name="bounds">The upper ends of all buckets but the last.</param>
    /// <param name="counts">The values in each bucket.</param>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>The value; null where nothing was recorded, or there is one bucket only.</returns>
    public static double? Read(ReadOnlySpan<double> bounds, ReadOnlySpan<double> counts, double share)
    {
        var total = 0d;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total <= 0 || bounds.IsEmpty)
        {
            return null;
        }

        var rank = share * total;
        var below = 0d;
        for (var i = 0; i < bounds.Length; i++)
        {
            if (below + counts[i] >= rank && counts[i] > 0)
            {
                var begin = i > 0 ? bounds[i - 1] : Math.Min(0, bounds[0]);
                return begin + ((bounds[i] - begin) * ((rank - below) / counts[i]));
            }

            below += counts[i];
        }

        return bounds[^1];
    }
}
