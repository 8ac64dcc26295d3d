namespace Sophia.Integrations.HubSpot.Client;

/// <summary>Who waits for a request's answer.</summary>
internal enum RequestUrgency
{
    /// <summary>A pull: it may wait.</summary>
    Background,

    /// <summary>Something just happened in HubSpot and is to be on the screen.</summary>
    Live,
}
