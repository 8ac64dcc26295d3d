namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>Requests of an objective by the minute, over its window; fractions, since a kept span may stand for one and a half.</summary>
internal sealed class SloCounts(int windowDays)
{
    // The longest burn-rate window is three days, also of a shorter objective.
    private readonly float[] _total = new float[Math.Max(windowDays, 3) * 1440];
    private readonly float[] _bad = new float[Math.Max(windowDays, 3) * 1440];
    private long _latest = long.MinValue;

    /// <summary>Counts a request.</summary>
    /// <param name="minute">Its minute since 1970.</param>
    /// <param name="bad">Whether it was bad.</param>
    /// <param name="times">How many of the kind.</param>
    public void Add(long minute, bool bad, double times)
    {
        Advance(minute);
        if (minute > _latest - _total.Length)
        {
            _total[minute % _total.Length] += (float)times;
            _bad[minute % _total.Length] += bad ? (float)times : 0;
        }
    }

    /// <summary>Sums up the minutes that ended lately and the current one.</summary>
    /// <param name="now">The current minute since 1970.</param>
    /// <param name="minutes">How many.</param>
    /// <returns>All and bad requests.</returns>
    public (double Total, double Bad) Sum(long now, int minutes)
    {
        var (total, bad) = (0.0, 0.0);
        var first = Math.Max(now - minutes + 1, _latest - _total.Length + 1);
        for (var minute = Math.Max(0, first); minute <= Math.Min(now, _latest); minute++)
        {
            total += _total[minute % _total.Length];
            bad += _bad[minute % _total.Length];
        }

        return (total, bad);
    }

    /// <summary>The minutes with requests, for the disk.</summary>
    /// <returns>Minute, all and bad requests.</returns>
    public IEnumerable<double[]> ToRows()
    {
        for (var minute = Math.Max(0, _latest - _total.Length + 1); minute <= _latest; minute++)
        {
            var at = minute % _total.Length;
            if (_total[at] > 0)
            {
                yield return [minute, _total[at], _bad[at]];
            }
        }
    }

    private void Advance(long minute)
    {
        if (minute <= _latest)
        {
            return;
        }

        var from = Math.Max(_latest + 1, minute - _total.Length + 1);
        for (var cleared = _latest == long.MinValue ? minute : from; cleared <= minute; cleared++)
        {
            _total[cleared % _total.Length] = 0;
            _bad[cleared % _total.Length] = 0;
        }

        _latest = minute;
    }
}
