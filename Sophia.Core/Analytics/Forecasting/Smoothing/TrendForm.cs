namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>How the level moves on its own: not at all, by a slope, by a slope that dies out, by a rate, or by a rate that dies out.</summary>
internal enum TrendForm
{
    None,
    Additive,
    Damped,
    Multiplicative,
    MultiplicativeDamped,
}
