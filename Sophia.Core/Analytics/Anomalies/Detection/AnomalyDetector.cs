namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// Watches one series row by row and says how surprising each row is. Strictly causal (a verdict depends on this row and earlier
/// ones only), constant memory (about 20 kB), and nothing to set per series.
/// </summary>
/// <remarks>
/// Four views of a row are each turned into a tail probability learnt from the series itself: its distance from what the calendar
/// and the long run let expect, the recent mean of that distance, how restless the series is, and how unlike its past its latest
/// shape is. The four are added up as −log10 p (Fisher's combination, R. A. Fisher 1932). They depend on each other, so the sum is
/// evidence on a fixed scale, not itself a probability. Shifting or scaling a series does not change its verdicts.
/// </remarks>
public sealed class AnomalyDetector
{
    /// <summary>The one threshold, for every series: a row with this score or more is anomalous.</summary>
    public const double Threshold = 0.5;

    /// <summary>How many usable rows are watched before anything is judged.</summary>
    public const int LearningRows = 50;

    // Evidence in decades of tail probability, added over four views, at which the score reaches the threshold.
    private const double EvidenceAtThreshold = 8;

    // Beyond this, differences of two values could overflow; no business figure is near.
    private const double LargestUsable = 1e150;

    // A series that never moved has no scale; anything it does then is beyond measure.
    private const double SmallestScale = 1e-300;

    private readonly CalendarExpectation _calendar = new();
    private readonly RecentExpectation _recent = new();
    private readonly ResidualScale _calendarScale = new();
    private readonly ResidualScale _recentScale = new();
    private readonly Restlessness _restlessness = new();
    private readonly PatternMemory _patterns = new();
    private readonly SignedSurprise _distance = new();
    private readonly SignedSurprise _level = new();
    private readonly SignedSurprise _restless = new();
    private readonly SignedSurprise _pattern = new();
    private readonly Episode _episode = new();
    private readonly ArrivalCadence _cadence = new();
    private double _meanDistance;
    private long _rows;

    /// <summary>How many usable rows were seen.</summary>
    public long Rows => _rows;

    /// <summary>The score to ask for when this many series are watched together, so that chance fires no oftener than in one.</summary>
    /// <param name="series">1 or more. Ten times the series ask for one decade of evidence more (C. Bonferroni 1936).</param>
    public static double ThresholdFor(int series)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(series);
        return 1 - double.Exp2(-(EvidenceAtThreshold + Math.Log10(series)) / EvidenceAtThreshold);
    }

    /// <summary>Judges the next row and learns from it.</summary>
    /// <param name="at">When the row was measured; its clock time tells the hour and the weekday.</param>
    /// <param name="value">In the series' own unit; null, NaN, infinite or beyond ±1e150 counts as missing.</param>
    public AnomalyVerdict Observe(DateTimeOffset at, double? value)
    {
        _cadence.Learn(at);
        if (value is not { } number || !(Math.Abs(number) <= LargestUsable))
        {
            return _episode.Missing(at);
        }

        if (_rows == 0)
        {
            _calendar.Start(number);
            _recent.Start(number);
        }

        _rows++;
        var expected = _calendar.Expect(at);
        var calendarError = number - expected;
        var recentError = number - _recent.Expect();
        var floor = Math.Max(Math.Abs(expected) * 1e-9, SmallestScale);
        var calendarScale = Math.Max(_calendarScale.Value, floor);
        var recentScale = Math.Max(_recentScale.Value, floor);
        var distance = _rows < 3 ? 0 : Math.Clamp(calendarError / calendarScale, -1e6, 1e6);
        var unrest = _rows < 3 ? 0 : Math.Clamp(recentError / recentScale, -1e6, 1e6);

        _meanDistance += (Math.Clamp(distance, -8, 8) - _meanDistance) / 24;
        var restlessness = _restlessness.Observe(unrest, _rows);
        var novelty = _patterns.Observe(number);

        var range = _distance.Range(expected, calendarScale);
        var views = new Surprises(
            _distance.Observe(distance), _level.Observe(_meanDistance), _restless.Observe(restlessness),
            novelty is { } unlike ? _pattern.Observe(Math.Min(unlike / calendarScale, 1e6)) : 0);

        var errorCap = 10 * Math.Max(calendarScale, recentScale);
        _calendar.Learn(at, number, calendarScale, errorCap, _rows);
        _recent.Learn(number, errorCap, _rows);
        _calendarScale.Learn(calendarError, _rows);
        _recentScale.Learn(recentError, _rows);

        if (_rows <= LearningRows)
        {
            return _episode.Learning(at, number);
        }

        var score = 1 - double.Exp2(-views.Total / EvidenceAtThreshold);
        return _episode.Judge(at, number, score, range, views.Kind(distance), views.Direction(distance, _meanDistance, restlessness));
    }

    /// <summary>What it remembers, as plain numbers; as many for every series.</summary>
    public double[] Save()
    {
        var tape = DetectorTape.Writing();
        Carry(tape);
        return tape.ToArray();
    }

    /// <summary>A detector that goes on from what another one remembered, with the same verdicts; null where the numbers are not as many as needed.</summary>
    public static AnomalyDetector? Restore(double[] numbers)
    {
        var detector = new AnomalyDetector();
        var tape = DetectorTape.Reading(numbers);
        detector.Carry(tape);
        return tape.IsAtEnd ? detector : null;
    }

    /// <summary>Says whether the next row is overdue, judged by how often rows have come.</summary>
    /// <returns>A verdict of missing data since the row was due, or null while there is nothing to complain of.</returns>
    public AnomalyVerdict? CheckSilence(DateTimeOffset now) =>
        _cadence.OverdueSince(now) is { } due
            ? new() { At = now, Value = null, State = AnomalyState.Missing, Score = 0, Since = due }
            : null;

    private void Carry(DetectorTape tape)
    {
        _calendar.Carry(tape);
        _recent.Carry(tape);
        _calendarScale.Carry(tape);
        _recentScale.Carry(tape);
        _restlessness.Carry(tape);
        _patterns.Carry(tape);
        _distance.Carry(tape);
        _level.Carry(tape);
        _restless.Carry(tape);
        _pattern.Carry(tape);
        _episode.Carry(tape);
        _cadence.Carry(tape);
        tape.Carry(ref _meanDistance);
        tape.Carry(ref _rows);
    }
}
