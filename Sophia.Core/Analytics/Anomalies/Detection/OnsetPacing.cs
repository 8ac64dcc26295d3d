namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// Turns the score of every row into one detection per incident: after a detection the rows that follow are held below the
/// threshold for a tenth of the rows seen so far, at most 300.
/// </summary>
/// <remarks>An incident that goes on needs no second call; a reader who is called for every row stops listening.</remarks>
public sealed class OnsetPacing
{
    private const int MostQuietRows = 300;

    private long _rows;
    private long _quiet;

    /// <summary>The row's score, 0 to 1, halved where it would repeat a detection.</summary>
    public double Next(AnomalyVerdict verdict)
    {
        _rows++;
        if (_quiet > 0)
        {
            _quiet--;
            return verdict.Score / 2;
        }

        if (verdict.Score >= AnomalyDetector.Threshold)
        {
            _quiet = Math.Min(_rows / 10, MostQuietRows);
        }

        return verdict.Score;
    }
}
