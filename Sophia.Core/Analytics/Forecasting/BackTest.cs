namespace Sophia.Core.Analytics.Forecasting;

/// <summary>
/// How good the forecasts would have been, made at several earlier points with the values up to there only. The models' weights
/// at each point come from the other points.
/// </summary>
public sealed record BackTest
{
    /// <summary>From how many points forecasts were made.</summary>
    public required int Origins { get; init; }

    /// <summary>How many forecast steps could be compared with what came.</summary>
    public required int Steps { get; init; }

    /// <summary>The mean absolute error, in the unit of the series.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>The mean of actual minus forecast: above zero where forecasts were too low.</summary>
    public required double Bias { get; init; }

    /// <summary>The mean absolute error of repeating the last cycle or value, in the unit of the series.</summary>
    public required double NaiveError { get; init; }

    /// <summary>The share of outcomes above intervals that were calibrated at the other points.</summary>
    public required double ShareAbove { get; init; }

    /// <summary>The share of outcomes below such intervals.</summary>
    public required double ShareBelow { get; init; }

    /// <summary>The share of outcomes inside such intervals.</summary>
    public double Coverage => 1 - ShareAbove - ShareBelow;
}
