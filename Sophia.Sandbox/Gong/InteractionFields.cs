namespace Sophia.Sandbox.Gong;

/// <summary>What of the interaction is asked for.</summary>
internal sealed class InteractionFields
{
    public bool Speakers { get; set; }

    public bool PersonInteractionStats { get; set; }

    public bool Questions { get; set; }
}
