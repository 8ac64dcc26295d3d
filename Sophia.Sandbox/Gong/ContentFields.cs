namespace Sophia.Sandbox.Gong;

/// <summary>What of the content is asked for.</summary>
internal sealed class ContentFields
{
    public bool Topics { get; set; }

    public bool Trackers { get; set; }
}
