using System.Diagnostics.Metrics;
using Sophia.Core.Telemetry;

namespace Sophia.Data;

/// <summary>What this project measures of itself; the instruments' names are listed here and nowhere else.</summary>
public sealed class DataTelemetry
{
    /// <summary>Seconds, no more than this: an older writing transaction holds all readers of the log back.</summary>
    public const double OldestTransactionAlarmSeconds = 5;

    // Null until measured: a process that does not look at these says nothing of them, and no other says so too early.
    private Ages? _ages;
    private Func<int>? _noticesWaiting;

    /// <summary>Creates the instruments.</summary>
    public DataTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryNames.DataMeter);
        Appended = meter.CreateCounter<long>("sophia.log.appended", "{event}", "Events appended to the log.");
        Dropped = meter.CreateCounter<long>("sophia.log.dropped", "{event}", "Redelivered events that were dropped.");
        Projected = meter.CreateCounter<long>("sophia.projector.events", "{event}", "Events applied to facts and rollups.");
        Unmappable = meter.CreateCounter<long>("sophia.projector.unmappable", "{event}", "Events whose content no mapping understood.");
        Relayed = meter.CreateCounter<long>("sophia.outbox.relayed", "{message}", "Notices that the bus has confirmed.");
        CacheLoads = meter.CreateCounter<long>("sophia.cache.requests", "{request}", "Cache requests by where the answer came from.");
        meter.CreateObservableGauge("sophia.log.oldest_transaction.age", () => Measured(static ages => ages.OldestTransactionSeconds), "s", "Age of the oldest writing transaction of the database server; it holds all readers of the log back.");
        meter.CreateObservableGauge("sophia.projector.lag", () => Measured(static ages => ages.ProjectorLagSeconds), "s", "Age of the oldest event that is not projected yet.");
        meter.CreateObservableGauge("sophia.outbox.age", () => Measured(static ages => ages.OutboxAgeSeconds), "s", "Age of the oldest notice that is not sent yet.");
        meter.CreateObservableGauge("sophia.outbox.waiting", () => Measured(static ages => ages.OutboxWaiting), "{message}", "Notices that are not sent yet; counted up to 10,000.");
        meter.CreateObservableGauge("sophia.bus.waiting", () => Volatile.Read(ref _noticesWaiting) is { } waiting ? (Measurement<int>[])[new(waiting())] : [], "{message}", "Notices that the bus has delivered to this process and that it has not taken up yet.");
    }

    internal Counter<long> Appended { get; }

    internal Counter<long> Dropped { get; }

    internal Counter<long> Projected { get; }

    internal Counter<long> Unmappable { get; }

    internal Counter<long> Relayed { get; }

    internal Counter<long> CacheLoads { get; }

    internal void ObserveDatabase(double oldestTransactionSeconds, double projectorLagSeconds, double outboxAgeSeconds, long outboxWaiting) =>
        Volatile.Write(ref _ages, new Ages(oldestTransactionSeconds, projectorLagSeconds, outboxAgeSeconds, outboxWaiting));

    /// <param name="waiting">How many notices wait at the moment it is asked; null while nobody listens.</param>
    internal void ObserveNotices(Func<int>? waiting) => Volatile.Write(ref _noticesWaiting, waiting);

    private IEnumerable<Measurement<T>> Measured<T>(Func<Ages, T> value)
        where T : struct => Volatile.Read(ref _ages) is { } ages ? [new(value(ages))] : [];

    private sealed record Ages(double OldestTransactionSeconds, double ProjectorLagSeconds, double OutboxAgeSeconds, long OutboxWaiting);
}
