using Sophia.Core.Analytics.Forecasting.Autoregression;
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

    public ForecastRun(ForecastRequest request, double[] values, SeriesScale scale)
    {
        (_request, _scale) = (request, scale);
        var scaled = Array.ConvertAll(values, scale.Apply);
        _history = SeriesGaps.Fill(scaled, request.Seasons.Count > 0 ? request.Seasons.Min() : 1);
        _seasons = SeasonSearch.Find(_history, request.Seasons);
        _origins = RollingOrigin.Origins(_history.Length, request.Horizon, _seasons.Count > 0 ? _seasons[^1] : 1);
    }

    public ForecastOutcome Finish()
    {
        var candidates = new List<Candidate>();
        var index = 0;
        foreach (var family in s_families)
        {
            index++;
            if (ForecastTuning.Pool.Length > 0 && !ForecastTuning.Pool.Contains((char)('0' + index)))
            {
                continue;
            }

            if (family.Choose(_history, _seasons) is { } chosen && chosen.Forecast(_history, _request.Horizon) is { IsUsable: true } path)
            {
                var paths = _origins.Length > 0 ? RollingOrigin.Run(family, _history, _seasons, _origins, _request.Horizon) : [];
                if (paths is not null)
                {
                    candidates.Add(new Candidate(family, chosen, path, paths));
                }
            }
        }

        var validation = new Validation(_history, _origins, candidates);
        var weights = validation.Weights(leaveOut: -1);
        var combined = CombinedPaths.Combine([.. candidates.Select(candidate => candidate.Path)], weights);
        var factor = validation.WidthFactor(_request.Level, leaveOut: -1);
        double[] mean = [.. combined.Mean.Select(_scale.Undo)];
        double[] lower = [.. combined.Mean.Zip(combined.Deviation, (value, deviation) => _scale.Undo(value - (factor * deviation)))];
        double[] upper = [.. combined.Mean.Zip(combined.Deviation, (value, deviation) => _scale.Undo(value + (factor * deviation)))];
        if (!mean.Concat(lower).Concat(upper).All(double.IsFinite))
        {
            return new DeclinedForecast("The values are too large to extrapolate.");
        }

        return new Forecast
        {
            Mean = AtLeastFloor(mean),
            Lower = AtLeastFloor(lower),
            Upper = AtLeastFloor(upper),
            Level = _request.Level,
            Models = [.. candidates.Select((candidate, model) => new ModelShare(
                candidate.Family.Name, candidate.Chosen.Form, weights[model],
                _origins.Length > 0 ? _scale.UndoDifference(validation.MeanAbsoluteError(candidate.Earlier, -1)) : null))
                .Where(share => share.Weight > 0).OrderByDescending(share => share.Weight)],
            Seasons = _seasons,
            Reason = "",
            BackTest = null,
        };
    }

    private double[] AtLeastFloor(double[] path) =>
        _request.Floor is { } floor ? Array.ConvertAll(path, value => Math.Max(value, floor)) : path;
}
