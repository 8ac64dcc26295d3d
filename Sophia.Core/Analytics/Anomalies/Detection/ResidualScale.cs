namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>The usual size of an error: its mean absolute value lately, each error counted at most five times the usual.</summary>
internal sealed class ResidualScale
{
    private const int Rows = 500;

    public double Value { get; private set; }

    public void Learn(double error, long rows)
    {
        // The smallest normal number lets a scale of 0 grow again.
        var size = rows < 30 ? Math.Abs(error) : Math.Min(Math.Abs(error), (5 * Value) + Math.Abs(error * 1e-6));
        Value += (size - Value) / Math.Min(rows, Rows);
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        var value = Value;
        tape.Carry(ref value);
        Value = value;
    }
}
