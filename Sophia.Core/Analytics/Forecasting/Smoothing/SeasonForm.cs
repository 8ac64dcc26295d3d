namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>How a season enters: not at all, by addition, or as a factor.</summary>
internal enum SeasonForm
{
    None,
    Additive,
    Multiplicative,
}
