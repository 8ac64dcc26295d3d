using System.Diagnostics.Metrics;

namespace Sophia.Data;

/// <summary>What this project measures of itself; the names are listed here and nowhere else.</summary>
public sealed class DataTelemetry
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Sophia.Data";

    /// <summary>Seconds, no more than this: an older writing transaction holds all readers of the log back.</summary>
    public const double OldestTransactionAlarmSeconds = 5;

    private double _oldestTransactionSeconds;
    private double _projectorLagSeconds;
    private double _outboxAgeSeconds;

    // Negative until measured: a process that does not look at these says nothing of them.
    private long _outboxWaiting = -1;
    private long _noticesWaiting = -1;

    /// <summary>Creates the instruments.</summary>
    public DataTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        Appended = meter.CreateCounter<long>("sophia.log.appended", "{event}", "Events appended to the log.");
        Dropped = meter.CreateCounter<long>("sophia.log.dropped", "{event}", "Redelivered events that were dropped.");
        Projected = meter.CreateCounter<long>("sophia.projector.events", "{event}", "Events applied to facts and rollups.");
        Unmappable = meter.CreateCounter<long>("sophia.projector.unmappable", "{event}", "Events whose content no mapping understood.");
        Relayed = meter.CreateCounter<long>("sophia.outbox.relayed", "{message}", "Notices that the bus has confirmed.");
        CacheLoads = meter.CreateCounter<long>("sophia.cache.requests", "{request}", "Cache requests by where the answer came from.");
        meter.CreateObservableGauge("sophia.log.oldest_transaction.age", () => Volatile.Read(ref _oldestTransactionSeconds), "s", "Age of the oldest writing transaction of the database server; it holds all readers of the log back.");
        meter.CreateObservableGauge("sophia.projector.lag", () => Volatile.Read(ref _projectorLagSeconds), "s", "Age of the oldest event that is not projected yet.");
        meter.CreateObservableGauge("sophia.outbox.age", () => Volatile.Read(ref _outboxAgeSeconds), "s", "Age of the oldest notice that is not sent yet.");
        meter.CreateObservableGauge("sophia.outbox.waiting", () => Measured(ref _outboxWaiting), "{message}", "Notices that are not sent yet; counted up to 10,000.");
        meter.CreateObservableGauge("sophia.bus.waiting", () => Measured(ref _noticesWaiting), "{message}", "Notices that the bus has delivered to this process and that it has not taken up yet.");
    }

    internal Counter<long> Appended { get; }

    internal Counter<long> Dropped { get; }

    internal Counter<long> Projected { get; }

    internal Counter<long> Unmappable { get; }

    internal Counter<long> Relayed { get; }

    internal Counter<long> CacheLoads { get; }

    internal void ObserveDatabase(double oldestTransactionSeconds, double projectorLagSeconds, double outboxAgeSeconds, long outboxWaiting)
    {
        Volatile.Write(ref _oldestTransactionSeconds, oldestTransactionSeconds);
        Volatile.Write(ref _projectorLagSeconds, projectorLagSeconds);
        Volatile.Write(ref _outboxAgeSeconds, outboxAgeSeconds);
        Volatile.Write(ref _outboxWaiting, outboxWaiting);
    }

    internal void ObserveNotices(int waiting) => Volatile.Write(ref _noticesWaiting, waiting);

    private static IEnumerable<Measurement<long>> Measured(ref long value) => Volatile.Read(ref value) is >= 0 and var known ? [new(known)] : [];
}
