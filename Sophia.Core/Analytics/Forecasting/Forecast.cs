namespace Sophia.Core.Analytics.Forecasting;

/// <summary>What is expected of the steps after a series, and how far to trust it.</summary>
public sealed record Forecast : ForecastOutcome
{
    /// <summary>The expected value of each step, in the unit of the series.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>The lower end of each step's interval.</summary>
    public required IReadOnlyList<double> Lower { get; init; }

    /// <summary>The upper end of each step's interval.</summary>
    public required IReadOnlyList<double> Upper { get; init; }

    /// <summary>The share of outcomes that the interval is meant to hold.</summary>
    public required double Level { get; init; }

    /// <summary>The models that took part, the weightiest first; their weights add up to 1.</summary>
    public required IReadOnlyList<ModelShare> Models { get; init; }

    /// <summary>The periods that the models repeat, in steps.</summary>
    public required IReadOnlyList<int> Seasons { get; init; }

    /// <summary>Why these models, as a sentence for a reader.</summary>
    public required string Reason { get; init; }

    /// <summary>How good the same procedure has been on the end of this series; null for a series that never changed or is too short to spare values for it.</summary>
    public required BackTest? BackTest { get; init; }
}
