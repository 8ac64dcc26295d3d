namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// How much a series moves from row to row now against its long run: the difference of two smoothed means of the logarithm of the
/// standardised error. Logarithms, so that one spike is not mistaken for unrest and falling silent counts like growing wild.
/// </summary>
internal sealed class Restlessness
{
    private const int ShortRows = 32;
    private const int LongRows = 1000;

    // An error of exactly zero must not be infinitely quiet.
    private const double Floor = 0.05;

    private double _short;
    private double _long;

    public double Observe(double standardisedError, long rows)
    {
        var size = Math.Log(Math.Abs(standardisedError) + Floor);
        _short += (size - _short) / ShortRows;
        _long += (size - _long) / Math.Min(rows, LongRows);
        return _short - _long;
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(ref _short);
        tape.Carry(ref _long);
    }
}
