namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>How a one-step error enters: in the unit of the series, or relative to the expected value.</summary>
internal enum ErrorForm
{
    Additive,
    Multiplicative,
}
