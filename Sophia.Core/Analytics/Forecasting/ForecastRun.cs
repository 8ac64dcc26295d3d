using System.Globalization;
using Sophia.Core.Analytics.Forecasting.Autoregression;
using Sophia.Core.Analytics.Forecasting.Calendar;
using Sophia.Core.Analytics.Forecasting.Decomposition;
using Sophia.Core.Analytics.Forecasting.Smoothing;

namespace Sophia.Core.Analytics.Forecasting;

/// <summary>One forecast on its way: scale, gaps, seasons, back-test, weights, intervals.</summary>
internal sealed class ForecastRun
{
    private static readonly IForecastingModel[] s_families =
    [
        new ExponentialSmoothing(),
        new AutomaticArima(),
        new Theta(),
        new AdjustedModel("STL + ETS", adjusted => ExponentialSmoothing.ChooseForm(adjusted, 1), Logarithmic: false),
        new AdjustedModel("STL + ARIMA", adjusted => AutomaticArima.ChooseOrder(adjusted, 1), Logarithmic: false),
        new AdjustedModel("STL + ETS of logarithms", adjusted => ExponentialSmoothing.ChooseForm(adjusted, 1), Logarithmic: true),
        new SeasonalNaive(),
    ];

    private readonly ForecastRequest _request;
    private readonly SeriesScale _scale;
    private readonly double[] _history;
    private readonly IReadOnlyList<int> _seasons;
    private readonly int[] _origins;

    /// <param name="request">What is wanted.</param>
    /// <param name="values">The series, with NaN where missing; it is not constant.</param>
    /// <param name="scale">Of these values.</param>
    public ForecastRun(ForecastRequest request, double[] values, SeriesScale scale)
    {
        (_request, _scale) = (request, scale);
        var season = request.Seasons.Where(period => period >= 2).DefaultIfEmpty(1).Min();
        _history = SeriesGaps.Fill(Array.ConvertAll(values, scale.Apply), season);
        _seasons = SeasonSearch.Find(_history, request.Seasons);
        _origins = RollingOrigin.Origins(_history.Length, request.Horizon, _seasons.Count > 0 ? _seasons[^1] : 1);
    }

    /// <summary>The forecast, or why the values do not allow one.</summary>
    public ForecastOutcome Finish()
    {
        var candidates = s_families.Select(Try).OfType<Candidate>().ToList();
        var validation = new Validation(_history, _origins, candidates);
        var weights = validation.Weights();
        var combined = CombinedPaths.Combine([.. candidates.Select(candidate => candidate.Path)], weights);
        var factor = validation.WidthFactor(_request.Level);
        var forecast = new Forecast
        {
            Mean = InUnit(combined, 0),
            Lower = InUnit(combined, -factor),
            Upper = InUnit(combined, factor),
            Level = _request.Level,
            Models = [.. candidates.Zip(weights, (candidate, weight) => Share(candidate, weight, validation))
                .Where(share => share.Weight > 0).OrderByDescending(share => share.Weight)],
            Seasons = _seasons,
            Reason = Reason(candidates.Count, weights.Count(weight => weight > 0)),
            BackTest = validation.BackTest(_request.Level, _scale),
        };
        return forecast.Lower.Concat(forecast.Upper).All(double.IsFinite)
            ? forecast
            : new DeclinedForecast("The values are too large to extrapolate.");
    }

    private Candidate? Try(IForecastingModel family)
    {
        var model = _request.Calendar is { } calendar ? new CalendarModel(family, calendar) : family;
        if (model.Choose(_history, _seasons) is not { } chosen ||
            chosen.Forecast(_history, _request.Horizon) is not { IsUsable: true } path)
        {
            return null;
        }

        var earlier = _origins.Length > 0 ? RollingOrigin.Run(model, _history, _seasons, _origins, _request.Horizon) : [];
        return earlier is null ? null : new Candidate(family, chosen, path, earlier);
    }

    private double[] InUnit(ForecastPath path, double deviations) => [.. path.Mean.Zip(path.Deviation, (mean, deviation) =>
        Math.Max(_scale.Undo(mean + (deviations * deviation)), _request.Floor ?? double.NegativeInfinity))];

    private ModelShare Share(Candidate candidate, double weight, Validation validation) => new(
        candidate.Family.Name, candidate.Chosen.Form, weight,
        validation.MeanAbsoluteError(candidate) is { } error ? _scale.UndoDifference(error) : null);

    private string Reason(int tried, int kept)
    {
        var seasons = _seasons.Count == 0
            ? "No season was found."
            : string.Create(CultureInfo.InvariantCulture, $"The season repeats every {string.Join(" and ", _seasons)} steps.");
        return _origins.Length == 0
            ? $"{seasons} The series is too short to compare {tried} models on its end, so they weigh the same."
            : $"{seasons} Of {tried} models, forecasting the end of the series from {_origins.Length} earlier points, " +
                $"{kept} came within half as much again of the smallest error; they are weighted by the inverse square of theirs.";
    }
}
