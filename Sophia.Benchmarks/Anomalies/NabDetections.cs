namespace Sophia.Benchmarks.Anomalies;

/// <summary>Detections after probation.</summary>
internal sealed record NabDetections(int WindowsHit, int Windows, int FalseRows, int RowsOutside)
{
    public double FalseRowsPerThousand => 1000.0 * FalseRows / RowsOutside;
}
