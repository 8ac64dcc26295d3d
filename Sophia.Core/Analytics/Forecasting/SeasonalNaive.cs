namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Repeats the last cycle, or the last value: what every other model has to beat.</summary>
internal sealed class SeasonalNaive : IForecastingModel
{
    public string Name => "Seasonal naive";

    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons)
    {
        var period = seasons.Count > 0 && history.Length > seasons[^1] ? seasons[^1] : 1;
        return new Chosen(period);
    }

    private sealed class Chosen(int period) : IChosenModel
    {
        public string Form => period > 1 ? $"Seasonal naive ({period})" : "Naive";

        public ForecastPath Forecast(double[] history, int horizon)
        {
            double squares = 0;
            for (var step = period; step < history.Length; step++)
            {
                squares += (history[step] - history[step - period]) * (history[step] - history[step - period]);
            }

            var variance = squares / Math.Max(1, history.Length - period);
            var mean = new double[horizon];
            var deviation = new double[horizon];
            for (var step = 0; step < horizon; step++)
            {
                mean[step] = history[^(period - (step % period))];
                deviation[step] = Math.Sqrt(variance * (1 + (step / period)));
            }

            return new ForecastPath(mean, deviation);
        }
    }
}
