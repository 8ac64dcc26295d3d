using System.Diagnostics.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>What SREs see of the live channel.</summary>
internal sealed class DashboardTelemetry
{
    public DashboardTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create("Sophia.Api");
        Sockets = meter.CreateUpDownCounter<int>("sophia.dashboard.sockets", "{socket}", "Open live channels");
        Messages = meter.CreateCounter<long>("sophia.dashboard.messages", "{message}", "Messages sent to live readers");
    }

    public UpDownCounter<int> Sockets { get; }

    public Counter<long> Messages { get; }
}
