namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>What the forms of a trend have in common.</summary>
internal static class TrendForms
{
    extension(TrendForm trend)
    {
        /// <summary>The trend is a rate, a share of the level, and not a slope.</summary>
        public bool Grows() => trend is TrendForm.Multiplicative or TrendForm.MultiplicativeDamped;

        /// <summary>The trend dies out.</summary>
        public bool IsDamped() => trend is TrendForm.Damped or TrendForm.MultiplicativeDamped;
    }
}
