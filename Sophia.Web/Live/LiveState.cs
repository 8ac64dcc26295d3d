namespace Sophia.Web.Live;

/// <summary>How the page stands with live figures.</summary>
public enum LiveState
{
    /// <summary>The first connection is being made.</summary>
    Connecting,

    /// <summary>Changes arrive.</summary>
    Connected,

    /// <summary>The connection was lost and is being made again.</summary>
    Reconnecting,
}
