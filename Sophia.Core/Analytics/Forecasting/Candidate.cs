namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A model in the running: its forecast, and the forecasts it would have made at each earlier point.</summary>
internal sealed record Candidate(
    IForecastingModel Family, IChosenModel Chosen, ForecastPath Path, IReadOnlyList<ForecastPath> Earlier);
