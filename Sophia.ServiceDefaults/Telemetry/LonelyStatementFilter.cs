using System.Diagnostics;
using OpenTelemetry;

namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>
/// Leaves statements unrecorded that belong to nothing: the looking around of idle workers and of listeners, which comes
/// several times a second and would bury everything else.
/// </summary>
internal sealed class LonelyStatementFilter : BaseProcessor<Activity>
{
    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        if (data.ParentSpanId == default && data.Source.Name == TelemetrySources.Postgres)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
