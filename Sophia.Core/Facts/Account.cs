namespace Sophia.Core.Facts;

/// <summary>A company that buys or may buy.</summary>
public sealed record Account : Fact
{
    /// <summary>The company's name, or null where the source has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The sales region, or null where the source does not say.</summary>
    public required string? Region { get; init; }

    /// <summary>The market segment, or null where the source does not say.</summary>
    public required string? Segment { get; init; }
}
