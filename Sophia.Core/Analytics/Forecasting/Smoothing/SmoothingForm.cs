namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>One of the exponential smoothing state-space models of Hyndman, Koehler, Snyder and Grose (2002).</summary>
internal readonly record struct SmoothingForm(ErrorForm Error, TrendForm Trend, SeasonForm Season, int Period)
{
    /// <summary>How many smoothing parameters are estimated.</summary>
    public int SmoothingCount =>
        1 + (Trend is TrendForm.None ? 0 : Trend.IsDamped() ? 2 : 1) + (Season is SeasonForm.None ? 0 : 1);

    /// <summary>Smoothing parameters, free initial states and the variance: what AICc counts.</summary>
    public int ParameterCount =>
        SmoothingCount + 1 + (Trend is TrendForm.None ? 0 : 1) + (Season is SeasonForm.None ? 0 : Period - 1) + 1;

    /// <inheritdoc />
    public override string ToString()
    {
        var error = Error is ErrorForm.Additive ? "A" : "M";
        var trend = Trend switch
        {
            TrendForm.None => "N",
            TrendForm.Additive => "A",
            TrendForm.Damped => "Ad",
            TrendForm.Multiplicative => "M",
            TrendForm.MultiplicativeDamped => "Md",
        };
        var season = Season switch { SeasonForm.None => "N", SeasonForm.Additive => "A", SeasonForm.Multiplicative => "M" };
        return $"ETS({error},{trend},{season})";
    }

    /// <summary>The forms worth trying whose level does not grow by a rate; additive errors with multiplicative seasons are left out as numerically unstable.</summary>
    /// <param name="period">The season's length; below 2 for none.</param>
    /// <param name="positive">All values are above zero, so multiplicative forms are defined.</param>
    public static IEnumerable<SmoothingForm> All(int period, bool positive)
    {
        TrendForm[] trends = [TrendForm.None, TrendForm.Additive, TrendForm.Damped];
        foreach (var trend in trends)
        {
            foreach (var season in Enum.GetValues<SeasonForm>())
            {
                if (season is not SeasonForm.None && period < 2)
                {
                    continue;
                }

                if (season is not SeasonForm.Multiplicative)
                {
                    yield return new SmoothingForm(ErrorForm.Additive, trend, season, season is SeasonForm.None ? 1 : period);
                }

                if (positive)
                {
                    yield return new SmoothingForm(ErrorForm.Multiplicative, trend, season, season is SeasonForm.None ? 1 : period);
                }
            }
        }
    }

    /// <summary>
    /// The same with a level that grows by a rate instead of a slope, damped and not; none where the level has no trend or the season is added.
    /// For values above zero.
    /// </summary>
    public IEnumerable<SmoothingForm> Growing() => Trend is TrendForm.None || Season is SeasonForm.Additive
        ? []
        : [this with { Error = ErrorForm.Multiplicative, Trend = TrendForm.Multiplicative }, this with { Error = ErrorForm.Multiplicative, Trend = TrendForm.MultiplicativeDamped }];
}
