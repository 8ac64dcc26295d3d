namespace Sophia.Core.Predictions;

/// <summary>A customer with how it is doing: an item of <c>GET /api/v1/customers</c>.</summary>
public sealed record CustomerOutlook
{
    /// <summary>The connection that the account came through.</summary>
    public required string Connection { get; init; }

    /// <summary>The account's identifier there.</summary>
    public required string Id { get; init; }

    /// <summary>The company's name, or null where the source has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The region, or null.</summary>
    public required string? Region { get; init; }

    /// <summary>The segment, or null.</summary>
    public required string? Segment { get; init; }

    /// <summary>What is said of it.</summary>
    public required CustomerPrediction Prediction { get; init; }
}
