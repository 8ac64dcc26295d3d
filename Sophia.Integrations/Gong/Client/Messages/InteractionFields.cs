namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>What of a call's interaction is asked for.</summary>
internal sealed record InteractionFields(bool Speakers, bool PersonInteractionStats, bool Questions);
