using System.Diagnostics.Metrics;
using Sophia.Core.Telemetry;

namespace Sophia.Api.Live;

/// <summary>What SREs see of the live channels; every measurement names the channel.</summary>
internal sealed class LiveTelemetry
{
    public LiveTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryNames.ApiMeter);
        Sockets = meter.CreateUpDownCounter<int>("sophia.live.sockets", "{socket}", "Open live channels");
        Messages = meter.CreateCounter<long>("sophia.live.messages", "{message}", "Messages sent to live readers");
    }

    public UpDownCounter<int> Sockets { get; }

    public Counter<long> Messages { get; }
}
