namespace Sophia.Core.Analytics.Forecasting;

/// <summary>What one model expects of the steps ahead, in the unit that the model was fitted in.</summary>
/// <param name="Mean">The expected value of each step.</param>
/// <param name="Deviation">The standard deviation of each step's error as the model sees it; not calibrated.</param>
internal sealed record ForecastPath(double[] Mean, double[] Deviation)
{
    /// <summary>All values are finite, and no deviation is negative.</summary>
    public bool IsUsable => Mean.All(double.IsFinite) && Deviation.All(deviation => double.IsFinite(deviation) && deviation >= 0);
}
