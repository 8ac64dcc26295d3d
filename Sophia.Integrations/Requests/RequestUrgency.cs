namespace Sophia.Integrations.Requests;

/// <summary>Who waits for a request's answer.</summary>
internal enum RequestUrgency
{
    /// <summary>A pull: it may wait.</summary>
    Background,

    /// <summary>Something just happened in the source and is to be on the screen.</summary>
    Live,
}
