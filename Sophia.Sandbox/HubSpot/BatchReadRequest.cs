namespace Sophia.Sandbox.HubSpot;

/// <summary>The body of a batch read, of objects or of associations.</summary>
internal sealed class BatchReadRequest
{
    public IReadOnlyList<BatchInput> Inputs { get; set; } = [];

    public IReadOnlyList<string> Properties { get; set; } = [];

    public IReadOnlyList<string> PropertiesWithHistory { get; set; } = [];

    public string? IdProperty { get; set; }
}
