using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>What an endpoint did, while it is added up.</summary>
internal sealed class EndpointTotal
{
    private readonly DurationHistogram _durations = new();
    private UInt128 _slowest;
    private long _slowestDuration = -1;
    private UInt128 _failed;
    private long _failedStart = long.MinValue;

    /// <summary>How many requests.</summary>
    public double Count => _durations.Count;

    /// <summary>Adds a request.</summary>
    /// <param name="header">Its span.</param>
    public void Add(in SpanHeader header)
    {
        _durations.Add(header.Latency, header.IsError, header.Count);
        if (header.Latency > _slowestDuration)
        {
            (_slowest, _slowestDuration) = (header.Trace, header.Duration);
        }

        if (header.IsError && header.Start > _failedStart)
        {
            (_failed, _failedStart) = (header.Trace, header.Start);
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="operation">The endpoint's name.</param>
    /// <param name="covered">The time over which it was added up.</param>
    /// <returns>What pages see.</returns>
    public EndpointOverview ToOverview(string operation, TimeSpan covered) => new(
        operation, _durations.ToTotals(covered), _slowest == 0 ? null : TraceIds.Text(_slowest), _failed == 0 ? null : TraceIds.Text(_failed));
}
