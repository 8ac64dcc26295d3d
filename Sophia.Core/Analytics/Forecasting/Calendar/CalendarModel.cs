namespace Sophia.Core.Analytics.Forecasting.Calendar;

/// <summary>Takes the effects of named days out of a history, lets a model forecast ordinary days, and puts the effects back.</summary>
internal sealed class CalendarModel(IForecastingModel ordinary, CalendarDays calendar) : IForecastingModel
{
    public string Name => ordinary.Name;

    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons) =>
        ordinary.Choose(CalendarEffects.Estimate(history, seasons, calendar).Without(history), seasons) is { } chosen
            ? new Chosen(chosen, seasons, calendar)
            : null;

    private sealed class Chosen(IChosenModel ordinary, IReadOnlyList<int> seasons, CalendarDays calendar) : IChosenModel
    {
        public string Form => $"{ordinary.Form} with holidays";

        public ForecastPath Forecast(double[] history, int horizon)
        {
            var effects = CalendarEffects.Estimate(history, seasons, calendar);
            var path = ordinary.Forecast(effects.Without(history), horizon);
            for (var step = 0; step < horizon; step++)
            {
                path.Mean[step] += effects.At(history.Length + step);
            }

            return path;
        }
    }
}
