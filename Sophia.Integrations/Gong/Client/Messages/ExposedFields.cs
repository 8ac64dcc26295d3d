namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>The parts of a call that are asked for.</summary>
internal sealed record ExposedFields(bool Parties, ContentFields Content, InteractionFields Interaction);
