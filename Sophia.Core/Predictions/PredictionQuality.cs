namespace Sophia.Core.Predictions;

/// <summary>How good Sophia's predictions are: the body of <c>GET /api/v1/predictions/quality</c>.</summary>
public sealed record PredictionQuality
{
    /// <summary>The chances of open deals, or null where no model could be trained.</summary>
    public required ModelQuality? Deals { get; init; }

    /// <summary>Why there are no chances of deals; null where there are, and before the first attempt.</summary>
    public required string? DealsDeclined { get; init; }

    /// <summary>The risks of customers leaving, or null where no model could be trained.</summary>
    public required ModelQuality? Customers { get; init; }

    /// <summary>Why there are no risks of customers; null where there are, and before the first attempt.</summary>
    public required string? CustomersDeclined { get; init; }

    /// <summary>How far customers have moved from those that taught the model of their risks; null before they were first compared with it.</summary>
    public required CustomerDrift? CustomersDrift { get; init; }

    /// <summary>The newest forecasts of whole metrics with their back-tests.</summary>
    public required IReadOnlyList<MetricForecast> Forecasts { get; init; }

    /// <summary>How many calls an hour to be ready for, with its back-test.</summary>
    public required LoadAnswer Load { get; init; }
}
