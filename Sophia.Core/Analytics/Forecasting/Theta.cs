using Sophia.Core.Analytics.Forecasting.Decomposition;
using Sophia.Core.Analytics.Forecasting.Smoothing;

namespace Sophia.Core.Analytics.Forecasting;

/// <summary>
/// The theta method (Assimakopoulos and Nikolopoulos 2000): simple smoothing with half the slope of the line through the series
/// as drift (Hyndman and Billah 2003), on seasonally adjusted values.
/// </summary>
internal sealed class Theta : IForecastingModel
{
    public string Name => "Theta";

    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons)
    {
        int[] evident = seasons.Count > 1 || (seasons.Count == 1 && seasons[0] > 24)
            ? [.. seasons]
            : [.. seasons.Where(period => SeasonSearch.PassesAutocorrelationTest(history, period))];
        return new Chosen(evident);
    }

    private sealed class Chosen(int[] seasons) : IChosenModel
    {
        public string Form => seasons.Length == 0 ? "Theta" : $"Theta on values adjusted for season ({string.Join(", ", seasons)})";

        public ForecastPath Forecast(double[] history, int horizon) => seasons switch
        {
            [] => Extend(history, horizon),
            [<= 24] => WithFactors(history, horizon, seasons[0]),
            _ => WithEffects(history, horizon, seasons),
        };

        private static ForecastPath WithFactors(double[] history, int horizon, int period)
        {
            var factors = ClassicalSeason.Estimate(history, period, proportional: true);
            var path = Extend([.. history.Select((value, step) => value / factors[step % period])], horizon);
            for (var step = 0; step < horizon; step++)
            {
                var factor = factors[(history.Length + step) % period];
                path.Mean[step] *= factor;
                path.Deviation[step] *= factor;
            }

            return path;
        }

        private static ForecastPath WithEffects(double[] history, int horizon, int[] seasons)
        {
            var parts = MultipleSeasons.Split(history, seasons);
            var path = Extend(parts.Adjusted, horizon);
            for (var step = 0; step < horizon; step++)
            {
                path.Mean[step] += parts.EffectAhead(step);
            }

            return path;
        }

        private static ForecastPath Extend(double[] adjusted, int horizon)
        {
            var form = new SmoothingForm(ErrorForm.Additive, TrendForm.None, SeasonForm.None, 1);
            var fit = SmoothingFit.Estimate(form, adjusted, null, 120);
            var path = fit.Forecast(horizon);
            var drift = Line.Through(adjusted).Slope / 2;
            var weight = fit.Parameters.Level;
            var settled = (1 - Math.Pow(1 - weight, adjusted.Length)) / weight;
            for (var step = 0; step < horizon; step++)
            {
                path.Mean[step] += drift * (step + settled);
            }

            return path;
        }
    }
}
