using System.Net;
using Microsoft.JSInterop;

namespace Sophia.Web.Imports;

/// <summary>A file as the body of a request: it streams through and says how much of it is sent.</summary>
/// <param name="file">The file.</param>
/// <param name="length">How long it is, in bytes.</param>
/// <param name="onSent">Told how many bytes are sent.</param>
internal sealed class SentFile(Stream file, long length, Action<long> onSent) : HttpContent
{
    private const int Piece = 64 * 1024;

    /// <summary>Why the file could not be read to its end, or null.</summary>
    public Exception? Unreadable { get; private set; }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[Piece];
        var sent = 0L;
        while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent += read;
            onSent(sent);
        }
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    private async ValueTask<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or JSException or InvalidOperationException or TimeoutException)
        {
            // Told apart from an API that cannot be reached, which throws the same.
            Unreadable = exception;
            throw new IOException(exception.Message, exception);
        }
    }
}
