namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>The next value from the last few: the last one itself or their smoothed level, whichever has been closer.</summary>
internal sealed class RecentExpectation
{
    private const int LevelRows = 10;
    private const int ErrorRows = 500;

    private double _last;
    private double _level;
    private double _lastError;
    private double _levelError;

    public void Start(double value)
    {
        _last = value;
        _level = value;
    }

    public double Expect() => _lastError < _levelError ? _last : _level;

    public void Learn(double value, double errorCap, long rows)
    {
        var rate = 1.0 / Math.Min(rows, ErrorRows);
        _lastError += rate * (CalendarExpectation.Capped(value - _last, errorCap, rows) - _lastError);
        _levelError += rate * (CalendarExpectation.Capped(value - _level, errorCap, rows) - _levelError);
        _level += (value - _level) / Math.Min(rows, LevelRows);
        _last = value;
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(ref _last);
        tape.Carry(ref _level);
        tape.Carry(ref _lastError);
        tape.Carry(ref _levelError);
    }
}
