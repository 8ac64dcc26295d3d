namespace Sophia.Sandbox.Gong;

/// <summary>The body of the calls that read calls or transcripts.</summary>
internal sealed class CallsRequest
{
    public string? Cursor { get; set; }

    public required CallsFilter Filter { get; set; }

    public ContentSelector? ContentSelector { get; set; }
}
