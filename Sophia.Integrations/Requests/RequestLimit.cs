namespace Sophia.Integrations.Requests;

/// <summary>How many requests a source takes in any stretch of time.</summary>
/// <param name="Requests">Requests in one stretch.</param>
/// <param name="Length">The stretch.</param>
internal sealed record RequestLimit(int Requests, TimeSpan Length)
{
    /// <summary>Requests of each stretch that a pull leaves to what just happened.</summary>
    public int KeptForLive { get; init; }

    /// <summary>Whether only searches count.</summary>
    public bool OfSearches { get; init; }
}
