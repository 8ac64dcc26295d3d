using System.Runtime.Intrinsics;

namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// How unlike all remembered stretches the latest one is. A stretch is 16 rows cut to 8 means (piecewise aggregate approximation,
/// E. Keogh 2001); unlike is the smallest sum of absolute differences to a remembered stretch.
/// </summary>
internal sealed class PatternMemory
{
    private const int StretchRows = 16;
    private const int RowsBetweenStretches = 4;

    // Enough to answer, before which nearly everything would be new.
    private const int FewestRemembered = 9;

    // The bound of the memory; when it is full a stretch picked by a fixed pseudo-random sequence gives way, so that old and new
    // stretches stay in it.
    private const int MostRemembered = 256;

    private readonly double[] _recent = new double[StretchRows];
    private readonly Vector512<double>[] _remembered = new Vector512<double>[MostRemembered];
    private int _count;
    private long _rows;
    private uint _sequence = 2463534242;

    /// <summary>The distance in the series' own unit, summed over 8 means; null before enough was seen.</summary>
    public double? Observe(double value)
    {
        _recent[_rows % StretchRows] = value;
        _rows++;
        if (_rows < 64)
        {
            return null;
        }

        var stretch = Stretch();
        double? distance = _count >= FewestRemembered ? Nearest(stretch) : null;
        if (_rows % RowsBetweenStretches == 0)
        {
            _remembered[_count < MostRemembered ? _count++ : NextSlot()] = stretch;
        }

        return distance;
    }

    private Vector512<double> Stretch()
    {
        Span<double> means = stackalloc double[8];
        for (var part = 0; part < means.Length; part++)
        {
            var first = _recent[(_rows + (2 * part)) % StretchRows];
            means[part] = (first / 2) + (_recent[(_rows + (2 * part) + 1) % StretchRows] / 2);
        }

        return Vector512.Create<double>(means);
    }

    private double Nearest(Vector512<double> stretch)
    {
        var nearest = double.MaxValue;
        foreach (var remembered in _remembered.AsSpan(0, _count))
        {
            nearest = Math.Min(nearest, Vector512.Sum(Vector512.Abs(remembered - stretch)));
        }

        return nearest;
    }

    // Xorshift (G. Marsaglia 2003).
    private int NextSlot()
    {
        _sequence ^= _sequence << 13;
        _sequence ^= _sequence >> 17;
        _sequence ^= _sequence << 5;
        return (int)(_sequence % MostRemembered);
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(_recent);
        Span<double> means = stackalloc double[8];
        foreach (ref var stretch in _remembered.AsSpan())
        {
            stretch.CopyTo(means);
            tape.Carry(means);
            stretch = Vector512.Create<double>(means);
        }
        
        tape.Carry(ref _count);
        tape.Carry(ref _rows);
        tape.Carry(ref _sequence);
    }
}
