namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// What a series usually does at this time: by half-hour of the day, by hour of the week, or in the long run, whichever has been
/// closest lately. Every update is clipped (P. J. Huber 1964), so that an incident does not become the new normal at once.
/// </summary>
internal sealed class CalendarExpectation
{
    private const double SlowestDailyRate = 0.1;
    private const double SlowestWeeklyRate = 0.15;
    private const int LongRunRows = 200;
    private const int ErrorRows = 500;

    // A calendar slot must beat the long run clearly, or the simpler expectation stays.
    private const double Advantage = 0.9;

    private readonly CalendarProfile _day = new(48, SlowestDailyRate);
    private readonly CalendarProfile _week = new(168, SlowestWeeklyRate);
    private double _longRun;
    private double _dayError;
    private double _weekError;
    private double _longRunError;

    public void Start(double value) => _longRun = value;

    public double Expect(DateTimeOffset at)
    {
        if (Math.Min(_dayError, _weekError) >= Advantage * _longRunError)
        {
            return _longRun;
        }

        return _dayError < _weekError ? ByDay(at) : ByWeek(at);
    }

    public void Learn(DateTimeOffset at, double value, double scale, double errorCap, long rows)
    {
        var rate = 1.0 / Math.Min(rows, ErrorRows);
        _longRunError += rate * (Capped(value - _longRun, errorCap, rows) - _longRunError);
        _dayError += rate * (Capped(value - ByDay(at), errorCap, rows) - _dayError);
        _weekError += rate * (Capped(value - ByWeek(at), errorCap, rows) - _weekError);

        _longRun += Clipped(value - _longRun, scale, rows) / Math.Min(rows, LongRunRows);
        _day.Learn(HalfHourOfDay(at), value, scale, rows);
        _week.Learn(HourOfWeek(at), value, scale, rows);
    }

    /// <summary>The first rows teach without limit, since no scale is known yet.</summary>
    internal static double Clipped(double error, double scale, long rows) =>
        rows < 30 ? error : Math.Clamp(error, -4 * scale, 4 * scale);

    internal static double Capped(double error, double cap, long rows) =>
        rows < 30 ? Math.Abs(error) : Math.Min(Math.Abs(error), cap);

    private static int HalfHourOfDay(DateTimeOffset at) => (at.Hour * 2) + (at.Minute / 30);

    private static int HourOfWeek(DateTimeOffset at) => ((int)at.DayOfWeek * 24) + at.Hour;

    private double ByDay(DateTimeOffset at) => _day.Expect(HalfHourOfDay(at)) ?? _longRun;

    private double ByWeek(DateTimeOffset at) => _week.Expect(HourOfWeek(at)) ?? ByDay(at);

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        _day.Carry(tape);
        _week.Carry(tape);
        tape.Carry(ref _longRun);
        tape.Carry(ref _dayError);
        tape.Carry(ref _weekError);
        tape.Carry(ref _longRunError);
    }
}
