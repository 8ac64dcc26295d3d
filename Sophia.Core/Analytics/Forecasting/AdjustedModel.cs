using Sophia.Core.Analytics.Forecasting.Decomposition;

namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Takes the seasons out by STL, lets a model without season forecast the rest, and puts the last cycles back.</summary>
/// <param name="Rest">Chooses the model of the seasonally adjusted values.</param>
/// <param name="Name">The family's name.</param>
/// <param name="Logarithmic">Works on logarithms, so that the season's effects are proportional.</param>
internal sealed record AdjustedModel(string Name, Func<double[], IChosenModel?> Rest, bool Logarithmic) : IForecastingModel
{
    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons)
    {
        if (seasons.Count == 0)
        {
            return null;
        }

        var values = Logarithmic ? Array.ConvertAll(history, Math.Log) : history;
        return Rest(MultipleSeasons.Split(values, seasons).Adjusted) is { } rest ? new Chosen(rest, seasons, Logarithmic) : null;
    }

    private sealed class Chosen(IChosenModel rest, IReadOnlyList<int> seasons, bool logarithmic) : IChosenModel
    {
        public string Form => $"STL ({string.Join(", ", seasons)}) + {rest.Form}{(logarithmic ? " of logarithms" : string.Empty)}";

        public ForecastPath Forecast(double[] history, int horizon)
        {
            var parts = MultipleSeasons.Split(logarithmic ? Array.ConvertAll(history, Math.Log) : history, seasons);
            var path = rest.Forecast(parts.Adjusted, horizon);
            for (var step = 0; step < horizon; step++)
            {
                path.Mean[step] += parts.EffectAhead(step);
                if (logarithmic)
                {
                    path.Mean[step] = Math.Exp(path.Mean[step]);
                    path.Deviation[step] *= path.Mean[step];
                }
            }

            return path;
        }
    }
}
