using Sophia.Core.Telemetry;
using Sophia.Data.Messaging;
using Sophia.Data.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>
/// How far the figures have moved, as this replica knows it, and which metrics moved on the way. Notices from the bus
/// move it at once; a sweep of Postgres moves it when notices are lost.
/// </summary>
internal sealed class MetricSequence(MetricReader reader) : IDisposable
{
    // Some minutes of lively movement; whoever was away for longer is answered from Postgres.
    private const int MostSteps = 256;

    private readonly SemaphoreSlim _moving = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<Step> _steps = new();
    private long _floor;
    private long _current;

    // What moved is asked for by every reader at once, and by nearly all of them since the same number.
    private Since? _since;

    /// <summary>Raised when a reader moved it on, not a notice or the sweep: the other readers have to hear of it too.</summary>
    public event EventHandler? Moved;

    /// <summary>The number of the last movement.</summary>
    public long Current => Volatile.Read(ref _current);

    /// <summary>Starts at what Postgres knows.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var stored = await reader.ReadSequenceAsync(cancellationToken);
        lock (_gate)
        {
            _floor = stored;
            Volatile.Write(ref _current, stored);
        }
    }

    /// <summary>Moves on by a notice.</summary>
    /// <returns>Whether it said anything new.</returns>
    public async Task<bool> HearAsync(MetricsMoved notice, CancellationToken cancellationToken)
    {
        await _moving.WaitAsync(cancellationToken);
        try
        {
            if (notice.Sequence <= Current)
            {
                return false;
            }

            if (notice.Sequence > Current + 1)
            {
                // Notices were lost or overtaken: Postgres knows what they said.
                return await CatchUpAsync(cancellationToken);
            }

            Move(notice.Sequence, notice.Metrics, notice.Times);
            return true;
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Moves on to what Postgres knows.</summary>
    /// <returns>Whether it had moved.</returns>
    public async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        await _moving.WaitAsync(cancellationToken);
        try
        {
            return await CatchUpAsync(cancellationToken);
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Moves on when a reader has seen more than this replica knows: it comes from another one that heard a notice earlier.</summary>
    /// <returns>Whether the number is one that this history has reached.</returns>
    public async Task<bool> ReachAsync(long seen, CancellationToken cancellationToken)
    {
        if (seen <= Current)
        {
            return true;
        }

        await _moving.WaitAsync(cancellationToken);
        try
        {
            // Many readers come over at once when a replica is lost, and the first one's look serves all.
            if (seen > Current && await CatchUpAsync(cancellationToken))
            {
                Moved?.Invoke(this, EventArgs.Empty);
            }

            return seen <= Current;
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>The metrics that moved after <paramref name="sequence"/>, and the number up to which that is known.</summary>
    public async ValueTask<(IReadOnlySet<string> Metrics, long Through)> SinceAsync(long sequence, CancellationToken cancellationToken)
    {
        long through;
        lock (_gate)
        {
            through = _current;
            if (sequence >= _floor)
            {
                if (_since is not { } known || known.Sequence != sequence || known.Through != through)
                {
                    _since = known = new(
                        sequence, through, _steps.Where(step => step.Through > sequence).SelectMany(static step => step.Metrics).ToHashSet(StringComparer.Ordinal));
                }

                return (known.Metrics, through);
            }
        }

        var moved = await reader.ReadMovedSinceAsync(sequence, cancellationToken);
        return (moved.ToHashSet(StringComparer.Ordinal), through);
    }

    /// <summary>When the first movement after <paramref name="sequence"/> came about, or null where its notice was not heard.</summary>
    public MovementTimes? TimesAfter(long sequence)
    {
        lock (_gate)
        {
            return sequence < _floor ? null : _steps.FirstOrDefault(step => step.Through > sequence)?.Times;
        }
    }

    /// <summary>The trace of the newest movement, or null where <paramref name="sequence"/> has reached it or nothing is traced.</summary>
    public MovementTrace? TraceAfter(long sequence)
    {
        lock (_gate)
        {
            return _steps.LastOrDefault() is { } newest && newest.Through > sequence ? newest.Trace : null;
        }
    }

    public void Dispose() => _moving.Dispose();

    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        var stored = await reader.ReadSequenceAsync(cancellationToken);
        if (stored <= Current)
        {
            return false;
        }

        // Read after the sequence, so that it holds all movements up to there and perhaps newer ones, which do no harm.
        Move(stored, await reader.ReadMovedSinceAsync(Current, cancellationToken), times: null);
        return true;
    }

    private void Move(long through, IReadOnlyList<string> metrics, MovementTimes? times)
    {
        // The span of the notice that is being taken up; a sweep has none.
        var trace = ChangeTrace.Parent is { } parent ? new MovementTrace(parent) : null;
        lock (_gate)
        {
            _steps.Enqueue(new Step(through, metrics, times, trace));
            if (_steps.Count > MostSteps)
            {
                _floor = _steps.Dequeue().Through;
            }

            Volatile.Write(ref _current, through);
        }
    }

    private sealed record Since(long Sequence, long Through, IReadOnlySet<string> Metrics);

    private sealed record Step(long Through, IReadOnlyList<string> Metrics, MovementTimes? Times, MovementTrace? Trace);
}
