namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>What of a call's content is asked for.</summary>
internal sealed record ContentFields(bool Topics, bool Trackers);
