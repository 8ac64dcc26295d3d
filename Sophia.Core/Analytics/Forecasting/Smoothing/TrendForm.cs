namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>How the level moves on its own: not at all, by a slope, or by a slope that dies out.</summary>
internal enum TrendForm
{
    None,
    Additive,
    Damped,
}
