using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>
/// How a piece is written to a file: its length (4 bytes), the CRC-32C of all that follows (4), the time it was received in
/// nanoseconds since 1970 (8), the piece. A piece that was cut by a crash fails the check and ends the file.
/// </summary>
internal static class RecordFrame
{
    public const int HeaderLength = 16;

    /// <summary>Writes a frame's header in front of its piece.</summary>
    /// <param name="frame">The header's place followed by the piece.</param>
    /// <param name="receivedAt">When it was received.</param>
    public static void Seal(Span<byte> frame, long receivedAt)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeaderLength);
        BinaryPrimitives.WriteInt64LittleEndian(frame[8..], receivedAt);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(frame[8..]));
    }

    /// <summary>Reads the frame at the begin of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="piece">Its piece.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <returns>False where there is no whole frame.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> piece, out long receivedAt)
    {
        piece = default;
        receivedAt = 0;
        if (bytes.Length < HeaderLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length < 0 || length > bytes.Length - HeaderLength
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Checksum(bytes[8..(HeaderLength + length)]))
        {
            return false;
        }

        receivedAt = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        piece = bytes.Slice(HeaderLength, length);
        return true;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var part in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, part);
        }

        foreach (var rest in bytes[(bytes.Length & ~7)..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return ~sum;
    }
}
