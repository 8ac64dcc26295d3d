using Sophia.LocalHost.Output;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>What the control API shows and steers.</summary>
internal sealed record ControlOptions
{
    public required int Port { get; init; }

    /// <summary>Whoever knows it gets in.</summary>
    public required string Token { get; init; }

    public required RunDescription Run { get; init; }

    public required ResourceBoard Board { get; init; }

    public required RunLogs Logs { get; init; }

    public required RunningResources Resources { get; init; }

    /// <summary>Takes who told the host to do what.</summary>
    public required CommandLog Commands { get; init; }

    /// <summary>Tells which variables may be shown.</summary>
    public required SecretMask Mask { get; init; }
}
