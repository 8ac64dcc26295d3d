namespace Sophia.Web.Live;

/// <summary>How the page stands with live figures, and since when.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it began; failed attempts in between do not begin it anew.</param>
public sealed record LiveStatus(LiveState State, DateTimeOffset Since)
{
    /// <summary>The status after the connection was made.</summary>
    public LiveStatus Connected(DateTimeOffset now) => State == LiveState.Connected ? this : new(LiveState.Connected, now);

    /// <summary>The status after the connection was lost or could not be made.</summary>
    public LiveStatus Lost(DateTimeOffset now) => State == LiveState.Reconnecting ? this : new(LiveState.Reconnecting, now);
}
