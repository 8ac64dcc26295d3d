using System.Buffers;

namespace Sophia.Api.Live;

/// <summary>Bytes in a buffer of the shared pool, given back when disposed; or bytes that others send too.</summary>
internal sealed class RentedBuffer : IBufferWriter<byte>, IDisposable
{
    private readonly bool _isShared;
    private byte[] _bytes;
    private int _length;

    public RentedBuffer() => _bytes = ArrayPool<byte>.Shared.Rent(4096);

    private RentedBuffer(byte[] shared) => (_bytes, _length, _isShared) = (shared, shared.Length, true);

    /// <summary>Bytes that stay as they are: nothing can be added.</summary>
    public static RentedBuffer Of(byte[] shared) => new(shared);

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose()
    {
        if (!_isShared)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
    }

    private void Reserve(int size)
    {
        if (_isShared)
        {
            throw new InvalidOperationException("Others send these bytes too.");
        }

        if (_bytes.Length - _length >= Math.Max(size, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
