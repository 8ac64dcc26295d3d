namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>Remembers since when a series has been unusual, and makes the verdicts.</summary>
internal sealed class Episode
{
    // Surprise comes and goes within one incident; this many calm rows in a row end it.
    private const int CalmRowsToRecover = 5;

    private DateTimeOffset? _raisedSince;
    private DateTimeOffset? _missingSince;
    private bool _open;
    private int _calmRows;

    public AnomalyVerdict Missing(DateTimeOffset at)
    {
        _missingSince ??= at;
        return new() { At = at, Value = null, State = AnomalyState.Missing, Score = 0, Since = _missingSince };
    }

    public AnomalyVerdict Learning(DateTimeOffset at, double value)
    {
        _missingSince = null;
        return new() { At = at, Value = value, State = AnomalyState.Learning, Score = 0 };
    }

    public AnomalyVerdict Judge(
        DateTimeOffset at, double value, double score, ExpectedRange range, AnomalyKind kind, AnomalyDirection direction)
    {
        _missingSince = null;
        var raised = score >= AnomalyDetector.Threshold / 2;
        var anomalous = score >= AnomalyDetector.Threshold;
        _calmRows = raised ? 0 : _calmRows + 1;
        if (_calmRows >= CalmRowsToRecover || (!_open && !raised))
        {
            _open = false;
            _raisedSince = null;
        }
        else
        {
            _raisedSince ??= at;
        }

        _open |= anomalous;
        return new()
        {
            At = at,
            Value = value,
            State = anomalous ? AnomalyState.Anomalous : AnomalyState.Normal,
            Score = score,
            Expected = range,
            Kind = anomalous ? kind : null,
            Direction = anomalous ? direction : null,
            Since = anomalous ? _raisedSince : null,
        };
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(ref _raisedSince);
        tape.Carry(ref _missingSince);
        tape.Carry(ref _open);
        tape.Carry(ref _calmRows);
    }
}
