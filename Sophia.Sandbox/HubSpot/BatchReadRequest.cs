namespace Sophia.Sandbox.HubSpot;

/// <summary>The body of a batch read, of objects or of associations.</summary>
internal sealed record BatchReadRequest
{
    public IReadOnlyList<BatchInput> Inputs { get; init; } = [];

    public IReadOnlyList<string> Properties { get; init; } = [];

    public IReadOnlyList<string> PropertiesWithHistory { get; init; } = [];

    public string? IdProperty { get; init; }
}
