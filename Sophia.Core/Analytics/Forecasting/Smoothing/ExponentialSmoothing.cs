namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>Automatic exponential smoothing: the form with the smallest AICc (Hyndman and others 2002).</summary>
internal sealed class ExponentialSmoothing : IForecastingModel
{
    // A season state per step of a longer cycle would be estimated from a handful of values each.
    private const int LongestSeason = 24;

    public string Name => "ETS";

    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons)
    {
        var period = seasons.Count > 0 && seasons[0] <= LongestSeason && history.Length >= (2 * seasons[0]) + 3 ? seasons[0] : 1;
        return ChooseForm(history, period);
    }

    /// <summary>The best form for a season of the given length; 1 for none.</summary>
    public static IChosenModel? ChooseForm(double[] history, int period)
    {
        var positive = Array.TrueForAll(history, static value => value > 0);
        var best = Best(SmoothingForm.All(period, positive), history, null);
        // Growth by a rate is tried where growth by a slope is the best of the others: to try it everywhere costs a quarter more and is no better.
        best = best is not null && positive ? Best(best.Form.Growing(), history, best) : best;
        return best is null ? null : new Chosen(best);
    }

    private static SmoothingFit? Best(IEnumerable<SmoothingForm> forms, double[] history, SmoothingFit? best)
    {
        foreach (var form in forms)
        {
            var fit = SmoothingFit.Estimate(form, history, null, 120 * form.SmoothingCount);
            if (fit.Criterion < (best?.Criterion ?? double.PositiveInfinity))
            {
                best = fit;
            }
        }

        return best;
    }

    private sealed class Chosen(SmoothingFit chosen) : IChosenModel
    {
        public string Form => chosen.Form.ToString();

        public ForecastPath Forecast(double[] history, int horizon)
        {
            var fit = history.Length == chosen.Count
                ? chosen
                : SmoothingFit.Estimate(chosen.Form, history, chosen.Parameters, 60 * chosen.Form.SmoothingCount);
            return fit.Forecast(horizon);
        }
    }
}
