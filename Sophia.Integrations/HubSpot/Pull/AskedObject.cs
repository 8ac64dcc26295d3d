namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>An object whose present state is asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PointedAt">The time of the change that pointed at it, in milliseconds since 1970.</param>
/// <param name="RemovedAt">When HubSpot said that it was deleted, in milliseconds since 1970; null where it did not say so.</param>
/// <param name="IsGoneIfMissing">Whether its absence means that it was deleted; just created, it may only not be there yet.</param>
internal sealed record AskedObject(string Id, long PointedAt, long? RemovedAt, bool IsGoneIfMissing);
