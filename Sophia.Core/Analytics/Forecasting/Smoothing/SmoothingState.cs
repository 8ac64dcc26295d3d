namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>Where the recursion ended.</summary>
/// <param name="Level">The final level.</param>
/// <param name="Trend">The final slope; of a growing level the final rate.</param>
/// <param name="SeasonPosition">The index of the next step in the season.</param>
/// <param name="SumOfSquares">Of the one-step errors; relative errors for multiplicative ones.</param>
/// <param name="Fit">-2 log likelihood up to a constant.</param>
internal readonly record struct SmoothingState(double Level, double Trend, int SeasonPosition, double SumOfSquares, double Fit)
{
    /// <summary>A model that cannot describe the series.</summary>
    public static SmoothingState Broken { get; } =
        new(double.NaN, double.NaN, 0, double.PositiveInfinity, double.PositiveInfinity);
}
