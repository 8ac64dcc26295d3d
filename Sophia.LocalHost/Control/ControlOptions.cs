using Sophia.LocalHost.Output;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>What the control API shows and steers.</summary>
internal sealed record ControlOptions(
    int Port, string Token, ResourceBoard Board, RunLogs Logs, RunningResources Resources);
