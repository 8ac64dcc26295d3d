using Sophia.Api.Live;

namespace Sophia.Api.Dashboard.Live;

/// <summary>The open live channels of the dashboard on this replica.</summary>
internal sealed class DashboardSockets(
    LiveSockets sockets, DashboardAnswers answers, MetricSequence sequence, FreshnessMonitor freshness, LiveLatency latency, TimeProvider clock)
{
    /// <summary>The channels.</summary>
    public LiveSockets Open => sockets;

    /// <summary>A new reader's subscriptions.</summary>
    public DashboardSubscriptions NewFeed() => new(answers, sequence, freshness, latency, clock);
}
