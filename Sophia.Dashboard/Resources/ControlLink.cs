namespace Sophia.Dashboard.Resources;

/// <summary>How the connection to the control API stands.</summary>
public enum ControlLink
{
    /// <summary>There is no address: nothing runs the stack for us.</summary>
    NotConfigured,

    /// <summary>The first answer is on its way.</summary>
    Connecting,

    /// <summary>What is shown is live.</summary>
    Connected,

    /// <summary>What is shown is what was last known.</summary>
    Lost,
}
