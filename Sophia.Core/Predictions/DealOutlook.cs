namespace Sophia.Core.Predictions;

/// <summary>An open deal with what is expected of it: an item of <c>GET /api/v1/deals</c>.</summary>
public sealed record DealOutlook
{
    /// <summary>The connection that the deal came through.</summary>
    public required string Connection { get; init; }

    /// <summary>The deal's identifier there.</summary>
    public required string Id { get; init; }

    /// <summary>The deal's title, or null where the source has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The buying company, or null where the source does not say.</summary>
    public required string? Account { get; init; }

    /// <summary>The buyer's region, or null.</summary>
    public required string? Region { get; init; }

    /// <summary>The seller's identifier in the source, or null.</summary>
    public required string? SellerId { get; init; }

    /// <summary>The stage that it is in.</summary>
    public required string Stage { get; init; }

    /// <summary>The value, or null where nobody has estimated it.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of <see cref="Amount"/>.</summary>
    public required string Currency { get; init; }

    /// <summary>When it is promised to close, or null.</summary>
    public required DateTimeOffset? PromisedAt { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is expected of it; null until it was scored, or where there is too little history to learn from.</summary>
    public required DealPrediction? Prediction { get; init; }
}
