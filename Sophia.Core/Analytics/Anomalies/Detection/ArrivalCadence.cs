namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>How often rows come, and so when the next one is overdue. A pause that is usual, such as a weekend, is none.</summary>
internal sealed class ArrivalCadence
{
    private const int FewestIntervals = 10;
    private const int Rows = 500;

    private DateTimeOffset? _last;
    private double _usualSeconds;
    private double _longestSeconds;
    private long _intervals;

    public void Learn(DateTimeOffset at)
    {
        if (_last is { } last && at > last)
        {
            _intervals++;
            var seconds = (at - last).TotalSeconds;
            // An outage must not teach that outages are usual.
            var counted = _intervals <= FewestIntervals ? seconds : Math.Min(seconds, 5 * _usualSeconds);
            _usualSeconds += (counted - _usualSeconds) / Math.Min(_intervals, Rows);
            _longestSeconds = Math.Max(counted, _longestSeconds - ((_longestSeconds - counted) / Rows));
        }

        _last = _last > at ? _last : at;
    }

    public DateTimeOffset? OverdueSince(DateTimeOffset now)
    {
        if (_last is not { } last || _intervals < FewestIntervals)
        {
            return null;
        }

        var patience = TimeSpan.FromSeconds(Math.Max(2 * _usualSeconds, 1.5 * _longestSeconds));
        return now - last > patience ? last + TimeSpan.FromSeconds(_usualSeconds) : null;
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(ref _last);
        tape.Carry(ref _usualSeconds);
        tape.Carry(ref _longestSeconds);
        tape.Carry(ref _intervals);
    }
}
