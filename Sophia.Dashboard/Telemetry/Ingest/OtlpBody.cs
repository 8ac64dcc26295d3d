using System.Buffers;
using System.IO.Compression;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>The body of a request, read and unpacked within bounds.</summary>
internal sealed class OtlpBody(IngestGate gate) : IDisposable
{
    private byte[] _buffer = [];
    private int _taken;
    private int _length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximum">How many bytes it may have once unpacked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The status to refuse it with; null when all is read.</returns>
    public async Task<int?> ReadAsync(HttpRequest request, int maximum, CancellationToken cancellationToken)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding is not ("" or "identity" or "gzip"))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (request.ContentLength > maximum)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        var packed = encoding == "gzip";
        await using var gzip = packed ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : null;
        var source = gzip ?? request.Body;
        if (!TryGrow(!packed && request.ContentLength is { } known ? (int)known + 1 : 64 << 10, maximum))
        {
            return StatusCodes.Status429TooManyRequests;
        }

        while (true)
        {
            var read = await source.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            _length += read;
            if (read == 0)
            {
                return null;
            }

            if (_length > maximum)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (_length == _buffer.Length && !TryGrow(_length * 2, maximum))
            {
                return StatusCodes.Status429TooManyRequests;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gate.GiveBack(_taken);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length, _taken) = ([], 0, 0);
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
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        return true;
    }
}
