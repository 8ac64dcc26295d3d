using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Metrics;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>When a metric is wrong.</summary>
public abstract record AlertCondition
{
    private AlertCondition()
    {
    }

    /// <summary>True: wrong; false: right; null: this row cannot say, and the alert stays as it is.</summary>
    internal abstract bool? IsBroken(AnomalyVerdict verdict);

    /// <summary>How much it matters that the row is wrong.</summary>
    internal abstract AlertSeverity Severity(AnomalyVerdict verdict);

    /// <summary>A person says which values are wrong.</summary>
    /// <param name="Below">Wrong below this value, in the metric's unit; null for no lower limit.</param>
    /// <param name="Above">Wrong above this value; null for no upper limit.</param>
    /// <param name="Margin">How far back inside a value must be to count as right again, in the metric's unit, 0 or more: a value that dances on the limit is one alert.</param>
    /// <param name="Matters">How much it matters.</param>
    public sealed record Threshold(double? Below, double? Above, double Margin, AlertSeverity Matters) : AlertCondition
    {
        internal override bool? IsBroken(AnomalyVerdict verdict) => verdict.Value switch
        {
            null => null,
            { } value when value < Below || value > Above => true,
            { } value when value < Below + Margin || value > Above - Margin => null,
            _ => false,
        };

        internal override AlertSeverity Severity(AnomalyVerdict verdict) => Matters;
    }

    /// <summary>The detector says which values are unusual.</summary>
    /// <param name="Good">Which way the metric should move: unusual the good way is only worth knowing.</param>
    /// <param name="LeastScore">
    /// The score from which on a row is wrong, 0 to 1. Who watches many series at once asks for more, or chance alone will fire
    /// (<see cref="AnomalyDetector.ThresholdFor"/>).
    /// </param>
    public sealed record LearnedBaseline(GoodDirection Good, double LeastScore = AnomalyDetector.Threshold) : AlertCondition
    {
        internal override bool? IsBroken(AnomalyVerdict verdict) => verdict.State switch
        {
            AnomalyState.Missing or AnomalyState.Learning => null,
            AnomalyState.Anomalous or AnomalyState.Normal when verdict.Score >= LeastScore => true,
            AnomalyState.Anomalous or AnomalyState.Normal => verdict.Score >= LeastScore / 2 ? null : false,
        };

        internal override AlertSeverity Severity(AnomalyVerdict verdict)
        {
            if (verdict is not { Value: { } value, Expected: { } expected, Direction: { } direction })
            {
                return AlertSeverity.Warning;
            }

            var better = Good switch
            {
                GoodDirection.Up => direction == AnomalyDirection.Above,
                GoodDirection.Down => direction == AnomalyDirection.Below,
                GoodDirection.Neither => false,
            };
            var outside = Math.Max(expected.Lower - value, value - expected.Upper);
            return better && verdict.Kind is AnomalyKind.Spike or AnomalyKind.Drop or AnomalyKind.LevelShift
                ? AlertSeverity.Information
                // A whole width of the usual range beyond its edge is no bad luck.
                : outside > expected.Upper - expected.Lower ? AlertSeverity.Critical : AlertSeverity.Warning;
        }
    }

    /// <summary>There is no value.</summary>
    /// <param name="Matters">How much it matters.</param>
    public sealed record MissingData(AlertSeverity Matters) : AlertCondition
    {
        internal override bool? IsBroken(AnomalyVerdict verdict) => verdict.State == AnomalyState.Missing;

        internal override AlertSeverity Severity(AnomalyVerdict verdict) => Matters;
    }
}
