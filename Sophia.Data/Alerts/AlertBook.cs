using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>The alerts while somebody changes them; nobody else does at that time.</summary>
public sealed class AlertBook
{
    // As many as alerts that go on; the engine tells of at most five an hour and of the others together.
    private readonly Dictionary<Guid, Alert> _put = [];

    internal AlertBook(AlertEngineState state, long sequence, IReadOnlyList<Alert> open)
    {
        State = state;
        Sequence = sequence;
        Open = open;
    }

    /// <summary>What the engine remembers.</summary>
    public AlertEngineState State { get; set; }

    /// <summary>The alerts that go on.</summary>
    public IReadOnlyList<Alert> Open { get; }

    /// <summary>The number of the last change.</summary>
    public long Sequence { get; private set; }

    /// <summary>The days that were judged; stored once each.</summary>
    public IReadOnlyList<BaselineDay> Judged { get; set; } = [];

    /// <summary>What the baselines of judged metrics have learnt with these days.</summary>
    public IReadOnlyList<BaselineState> Learnt { get; set; } = [];

    internal IReadOnlyCollection<Alert> Changed => _put.Values;

    /// <summary>Stores an alert under the next number.</summary>
    /// <returns>The alert with its number.</returns>
    public Alert Put(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        Sequence++;
        return _put[alert.Id] = alert with { Sequence = Sequence, OpenedSequence = alert.OpenedSequence == 0 ? Sequence : alert.OpenedSequence };
    }
}
