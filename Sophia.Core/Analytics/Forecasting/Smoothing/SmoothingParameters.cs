namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>What is estimated beside the initial season: three smoothing weights, the damping, the initial level and slope.</summary>
internal readonly record struct SmoothingParameters(
    double Level, double Trend, double Season, double Damping, double InitialLevel, double InitialTrend)
{
    /// <summary>Inside the region in which the usual forms weigh old observations less than new ones.</summary>
    public bool AreAdmissible =>
        Level is > 0.0001 and < 0.9999 && Trend > -1e-12 && Trend < Level && Season > -1e-12 && Season < 1 - Level &&
        Damping is >= 0.8 and <= 1;

    /// <summary>As the simplex sees them: only those that the form has.</summary>
    public double[] ToVector(SmoothingForm form) => (form.Trend, form.Season) switch
    {
        (TrendForm.None, SeasonForm.None) => [Level, InitialLevel],
        (TrendForm.None, _) => [Level, InitialLevel, Season],
        (TrendForm.Additive or TrendForm.Multiplicative, SeasonForm.None) => [Level, InitialLevel, Trend, InitialTrend],
        (TrendForm.Additive or TrendForm.Multiplicative, _) => [Level, InitialLevel, Trend, InitialTrend, Season],
        (TrendForm.Damped or TrendForm.MultiplicativeDamped, SeasonForm.None) => [Level, InitialLevel, Trend, InitialTrend, Damping],
        (TrendForm.Damped or TrendForm.MultiplicativeDamped, _) => [Level, InitialLevel, Trend, InitialTrend, Damping, Season],
    };

    /// <summary>The inverse of <see cref="ToVector"/>.</summary>
    public static SmoothingParameters FromVector(SmoothingForm form, double[] vector)
    {
        var hasTrend = form.Trend is not TrendForm.None;
        return new SmoothingParameters(
            vector[0],
            hasTrend ? vector[2] : 0,
            form.Season is SeasonForm.None ? 0 : vector[^1],
            form.Trend.IsDamped() ? vector[4] : 1,
            vector[1],
            hasTrend ? vector[3] : 0);
    }
}
