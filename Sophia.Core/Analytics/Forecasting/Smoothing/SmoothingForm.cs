namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>One of the exponential smoothing state-space models of Hyndman, Koehler, Snyder and Grose (2002).</summary>
internal readonly record struct SmoothingForm(ErrorForm Error, TrendForm Trend, SeasonForm Season, int Period)
{
    /// <summary>How many smoothing parameters are estimated.</summary>
    public int SmoothingCount =>
        1 + (Trend is TrendForm.None ? 0 : Trend is TrendForm.Additive ? 1 : 2) + (Season is SeasonForm.None ? 0 : 1);

    /// <summary>Smoothing parameters, free initial states and the variance: what AICc counts.</summary>
    public int ParameterCount =>
        SmoothingCount + 1 + (Trend is TrendForm.None ? 0 : 1) + (Season is SeasonForm.None ? 0 : Period - 1) + 1;

    /// <inheritdoc />
    public override string ToString()
    {
        var error = Error is ErrorForm.Additive ? "A" : "M";
        var trend = Trend switch { TrendForm.None => "N", TrendForm.Additive => "A", TrendForm.Damped => "Ad" };
        var season = Season switch { SeasonForm.None => "N", SeasonForm.Additive => "A", SeasonForm.Multiplicative => "M" };
        return $"ETS({error},{trend},{season})";
    }

    /// <summary>The forms worth trying; additive errors with multiplicative seasons are left out as numerically unstable.</summary>
    /// <param name="period">The season's length; below 2 for none.</param>
    /// <param name="positive">All values are above zero, so multiplicative forms are defined.</param>
    public static IEnumerable<SmoothingForm> All(int period, bool positive)
    {
        foreach (var trend in Enum.GetValues<TrendForm>())
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
}
