namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>What of a call is asked for beside its own data.</summary>
/// <param name="Context">How much of the linked objects of the CRM.</param>
/// <param name="ExposedFields">The parts.</param>
internal sealed record ContentSelector(string Context, ExposedFields ExposedFields)
{
    /// <summary>What facts are made of. The same for each request, so that a call has the same content whichever way it comes.</summary>
    public static ContentSelector Needed { get; } = new(
        "Basic",
        new ExposedFields(
            Parties: true,
            new ContentFields(Topics: true, Trackers: true),
            new InteractionFields(Speakers: true, PersonInteractionStats: true, Questions: true)));
}
