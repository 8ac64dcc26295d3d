namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Forecasts any series from its own past.</summary>
public static class Forecaster
{
    /// <summary>Fewer observations carry no forecast.</summary>
    public const int FewestObservations = 8;

    /// <summary>Forecasts a series, or says why it does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1 or the level is not between 0.5 and 1.</exception>
    public static ForecastOutcome Forecast(ForecastRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Horizon < 1 || request.Level is not (> 0.5 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(request), "The horizon is 1 or more and the level between 0.5 and 1.");
        }

        var values = request.Values.Span;
        var unobserved = Math.Max(0, values.IndexOfAnyExcept(double.NaN));
        values = values[unobserved..];
        if (request.Calendar is { } calendar)
        {
            request = request with { Calendar = calendar with { First = calendar.First.AddDays(unobserved) } };
        }

        var observed = values.Length - values.Count(double.NaN);
        if (values.ContainsAny(double.PositiveInfinity, double.NegativeInfinity))
        {
            return new DeclinedForecast("The series holds values that are not finite.");
        }

        if (observed < FewestObservations)
        {
            return new DeclinedForecast($"{observed} observations are too few: a forecast needs {FewestObservations}.");
        }

        var last = values.LastIndexOfAnyExcept(double.NaN);
        var behind = values.Length - 1 - last;
        if (request.Horizon > (2 * observed) - behind)
        {
            return new DeclinedForecast($"{request.Horizon} steps are too far ahead for {observed} observations, the last of them {behind} steps before the end.");
        }

        values = values[..(last + 1)];
        var scale = SeriesScale.Of(values);
        return scale.IsConstant
            ? Unchanged(request, values[last])
            : Later(new ForecastRun(request with { Horizon = request.Horizon + behind }, values.ToArray(), scale).Finish(), behind);
    }

    // What is missing at the end of the series is forecast like the steps after it, and not part of the answer.
    private static ForecastOutcome Later(ForecastOutcome outcome, int behind) => outcome is Forecast forecast && behind > 0
        ? forecast with
        {
            Mean = [.. forecast.Mean.Skip(behind)],
            Lower = [.. forecast.Lower.Skip(behind)],
            Upper = [.. forecast.Upper.Skip(behind)],
        }
        : outcome;

    private static Forecast Unchanged(ForecastRequest request, double value)
    {
        double[] path = [.. Enumerable.Repeat(value, request.Horizon)];
        return new Forecast
        {
            Mean = path,
            Lower = path,
            Upper = path,
            Level = request.Level,
            Models = [new ModelShare("Constant", "Constant", 1, null)],
            Seasons = [],
            Reason = "The series has never changed, so it says nothing about how it might.",
            BackTest = null,
        };
    }
}
