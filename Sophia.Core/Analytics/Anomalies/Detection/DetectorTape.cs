namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// Carries what a detector remembers out of it or back into it, number by number in a fixed order. Each part names its fields once for both
/// ways, so that none can be forgotten in one of them. Whole numbers stay below 2^53 and are exact.
/// </summary>
internal sealed class DetectorTape
{
    private readonly List<double> _written = [];
    private readonly double[]? _read;
    private int _position;

    private DetectorTape(double[]? read) => _read = read;

    /// <summary>Whether all that was to be read has been, and no more.</summary>
    public bool IsAtEnd => _read is not null && _position == _read.Length;

    public static DetectorTape Writing() => new(null);

    public static DetectorTape Reading(double[] numbers) => new(numbers);

    public double[] ToArray() => [.. _written];

    public void Carry(ref double value)
    {
        if (_read is null)
        {
            _written.Add(value);
        }
        else
        {
            // Too few numbers are found out at the end.
            value = _position < _read.Length ? _read[_position] : 0;
            _position++;
        }
    }

    public void Carry(ref long value)
    {
        double number = value;
        Carry(ref number);
        value = (long)number;
    }

    public void Carry(ref int value)
    {
        double number = value;
        Carry(ref number);
        value = (int)number;
    }

    public void Carry(ref uint value)
    {
        double number = value;
        Carry(ref number);
        value = (uint)number;
    }

    public void Carry(ref bool value)
    {
        double number = value ? 1 : 0;
        Carry(ref number);
        value = number != 0;
    }

    // Seconds and the rest of them, since ticks do not fit; the offset tells the hour of the clock.
    public void Carry(ref DateTimeOffset? value)
    {
        var (known, at) = (value is not null, value ?? default);
        var (seconds, rest) = Math.DivRem(at.Ticks, TimeSpan.TicksPerSecond);
        var minutes = (int)at.Offset.TotalMinutes;
        Carry(ref known);
        Carry(ref seconds);
        Carry(ref rest);
        Carry(ref minutes);
        value = known ? new DateTimeOffset((seconds * TimeSpan.TicksPerSecond) + rest, TimeSpan.FromMinutes(minutes)) : null;
    }

    public void Carry(Span<double> values)
    {
        foreach (ref var value in values)
        {
            Carry(ref value);
        }
    }

    public void Carry(Span<int> values)
    {
        foreach (ref var value in values)
        {
            Carry(ref value);
        }
    }
}
