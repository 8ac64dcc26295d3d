namespace Sophia.Integrations.HubSpot.Client.Messages;

/// <summary>The associations of the objects that have any.</summary>
internal sealed record AssociationsAnswer
{
    public IReadOnlyList<Association> Results { get; init; } = [];
}
