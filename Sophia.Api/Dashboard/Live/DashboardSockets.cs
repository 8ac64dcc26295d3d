using Sophia.Api.Live;

namespace Sophia.Api.Dashboard.Live;

/// <summary>The open live channels of the dashboard on this replica.</summary>
internal sealed class DashboardSockets(
    LiveSockets sockets, DashboardAnswers answers, LiveSelections selections, MetricSequence sequence, FreshnessMonitor freshness, LiveLatency latency)
{
    /// <summary>The channels.</summary>
    public LiveSockets Open => sockets;

    /// <summary>A new reader's subscriptions.</summary>
    public DashboardSubscriptions NewFeed() => new(answers, selections, sequence, freshness, latency);
}
