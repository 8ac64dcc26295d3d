namespace Sophia.LocalHost.Proxy;

/// <summary>What can be expected of a process behind a public port.</summary>
internal enum TargetState
{
    /// <summary>Nothing: it is stopped.</summary>
    Away,

    /// <summary>It starts, waits for others, or ends, perhaps to start again.</summary>
    Coming,

    /// <summary>It runs; it may not listen yet, or may not be well.</summary>
    Running,

    /// <summary>It runs and is healthy.</summary>
    Ready,
}
