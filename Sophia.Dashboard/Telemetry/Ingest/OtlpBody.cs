using System.Buffers.Binary;
using System.IO.Compression;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>The body of a request, read and unpacked within bounds.</summary>
internal sealed class OtlpBody(IngestGate gate) : IDisposable
{
    // A gzip file ends with the length of what was packed (RFC 1952).
    private const int GzipTrailer = 4;
    private BoundedBuffer _body = new(gate);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _body.Written.Span;

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximum">How many bytes it may have as sent.</param>
    /// <param name="maximumUnpacked">How many bytes it may have once unpacked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The status to refuse it with; null when all is read.</returns>
    /// <exception cref="InvalidDataException">It is packed and cut, or not packed at all.</exception>
    public async Task<int?> ReadAsync(HttpRequest request, int maximum, int maximumUnpacked, CancellationToken cancellationToken)
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

        if (await _body.ReadAsync(request.Body, (int?)request.ContentLength, maximum, cancellationToken) is { } status)
        {
            return status;
        }

        return encoding == "gzip" ? await UnpackAsync(maximumUnpacked, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _body.Dispose();

    private async Task<int?> UnpackAsync(int maximum, CancellationToken cancellationToken)
    {
        var unpacked = new BoundedBuffer(gate);
        using var packed = _body;
        _body = unpacked;
        using var source = new MemoryStream(packed.Array, 0, packed.Written.Length, writable: false);
        await using var gzip = new GZipStream(source, CompressionMode.Decompress);
        if (await unpacked.ReadAsync(gzip, packed.Written.Length * 4, maximum, cancellationToken) is { } status)
        {
            return status;
        }

        // The stream is content with a body that was cut; half a request must not be taken for a whole one.
        var whole = packed.Written.Length >= GzipTrailer
            && BinaryPrimitives.ReadUInt32LittleEndian(packed.Written.Span[^GzipTrailer..]) == (uint)unpacked.Written.Length;
        return whole ? null : throw new InvalidDataException("The packed body is cut.");
    }
}
