using System.Collections.Concurrent;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>Lends buffers, so that a request need not make its own.</summary>
/// <typeparam name="T">The buffers.</typeparam>
internal sealed class BufferPool<T>
    where T : class, new()
{
    // Bounded: as many as there are processors is enough for all that run at once.
    private static readonly int s_most = Environment.ProcessorCount;
    private readonly ConcurrentBag<T> _idle = [];

    /// <summary>Lends a buffer.</summary>
    /// <returns>The buffer; disposing gives it back.</returns>
    public Lent Rent() => new(this, _idle.TryTake(out var item) ? item : new T());

    /// <summary>A lent buffer.</summary>
    /// <param name="pool">Its pool.</param>
    /// <param name="item">The buffer.</param>
    public readonly struct Lent(BufferPool<T> pool, T item) : IDisposable
    {
        /// <summary>The buffer.</summary>
        public T Item { get; } = item;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (pool._idle.Count < s_most)
            {
                pool._idle.Add(Item);
            }
        }
    }
}
