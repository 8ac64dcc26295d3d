namespace Sophia.Sandbox;

/// <summary>Whether request limits apply.</summary>
internal enum RateLimiting
{
    /// <summary>Requests past the limit answer 429.</summary>
    On,

    /// <summary>Every request is served.</summary>
    Off,
}
