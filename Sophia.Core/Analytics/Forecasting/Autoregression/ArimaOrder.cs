namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>The orders (p,d,q)(P,D,Q) of a seasonal ARIMA model (Box and Jenkins 1970), and whether its differences have a mean.</summary>
internal readonly record struct ArimaOrder(
    int Autoregressive, int Differences, int MovingAverage,
    int SeasonalAutoregressive, int SeasonalDifferences, int SeasonalMovingAverage, int Period, bool HasMean)
{
    /// <summary>How many coefficients are estimated, the mean among them.</summary>
    public int CoefficientCount =>
        Autoregressive + MovingAverage + SeasonalAutoregressive + SeasonalMovingAverage + (HasMean ? 1 : 0);

    /// <summary>The longest lag on either side.</summary>
    public int LongestLag => Math.Max(
        Autoregressive + (Period * SeasonalAutoregressive), MovingAverage + (Period * SeasonalMovingAverage));

    /// <inheritdoc />
    public override string ToString()
    {
        var season = Period > 1
            ? $"({SeasonalAutoregressive},{SeasonalDifferences},{SeasonalMovingAverage})[{Period}]"
            : string.Empty;
        return $"ARIMA({Autoregressive},{Differences},{MovingAverage}){season}{(HasMean ? " with drift" : string.Empty)}";
    }
}
