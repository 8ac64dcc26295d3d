namespace Sophia.LocalHost.Proxy;

/// <summary>What can be expected of a process behind a public port.</summary>
internal enum TargetState
{
    /// <summary>Nothing: it is stopped or stopping.</summary>
    Away,

    /// <summary>It is about to start.</summary>
    Coming,

    /// <summary>It runs; it may not listen yet, or may not be well.</summary>
    Running,

    /// <summary>It runs and is healthy.</summary>
    Ready,
}
