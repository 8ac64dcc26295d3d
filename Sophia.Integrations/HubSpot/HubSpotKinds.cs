namespace Sophia.Integrations.HubSpot;

/// <summary>The names under which HubSpot's objects stand in the event log.</summary>
internal static class HubSpotKinds
{
    public const string Connection = "hubspot";
    public const string Prefix = "hubspot.";
    public const string Stage = "hubspot.stage";
    public const string Company = "hubspot.company";
    public const string Owner = "hubspot.owner";
    public const string Deal = "hubspot.deal";
    public const string Notification = "hubspot.notification";
}
