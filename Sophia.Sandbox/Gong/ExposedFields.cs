namespace Sophia.Sandbox.Gong;

/// <summary>The parts of a call that are asked for.</summary>
internal sealed class ExposedFields
{
    public bool Parties { get; set; }

    public ContentFields? Content { get; set; }

    public InteractionFields? Interaction { get; set; }
}
