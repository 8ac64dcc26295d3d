using System.Buffers;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>Bytes that are read within a bound, in memory for which the gate had room.</summary>
internal sealed class BoundedBuffer(IngestGate gate) : IDisposable
{
    private const int Usual = 64 << 10;
    private int _taken;
    private int _length;

    /// <summary>The memory; longer than what was written.</summary>
    public byte[] Array { get; private set; } = [];

    /// <summary>What was read.</summary>
    public ReadOnlyMemory<byte> Written => Array.AsMemory(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="source">The stream.</param>
    /// <param name="expected">How many bytes it is likely to have.</param>
    /// <param name="maximum">How many it may have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The status to refuse it with: 413 where it has more, 429 where there is no room; null when all is read.</returns>
    public async Task<int?> ReadAsync(Stream source, int? expected, int maximum, CancellationToken cancellationToken)
    {
        if (!TryGrow(Math.Max(1, (expected ?? Usual) + 1), maximum))
        {
            return StatusCodes.Status429TooManyRequests;
        }

        int read;
        while ((read = await source.ReadAsync(Array.AsMemory(_length, _taken - _length), cancellationToken)) > 0)
        {
            _length += read;
            if (_length > maximum)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (_length == _taken && !TryGrow(_length * 2, maximum))
            {
                return StatusCodes.Status429TooManyRequests;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gate.GiveBack(_taken);
        ArrayPool<byte>.Shared.Return(Array);
        (Array, _length, _taken) = ([], 0, 0);
    }

    private bool TryGrow(int wanted, int maximum)
    {
        // One byte more than allowed tells a body that is too large.
        wanted = Math.Min(wanted, maximum + 1);
        if (!gate.TryTake(wanted - _taken))
        {
            return false;
        }

        _taken = wanted;
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Array);
        Array = larger;
        return true;
    }
}
