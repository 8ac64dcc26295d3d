using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// A file with a chunk of each series: the chunks, instrument by instrument; then for each series its number, place and length
/// (4 bytes each, by number); then the number of series (4), earliest and latest time (8 each) and the CRC-32C of index and footer (4).
/// It is written under another name and renamed, so there is a whole one or none.
/// </summary>
internal sealed class MetricBlock
{
    private const int EntryLength = 12;
    private const int FooterLength = 24;
    private readonly SafeFileHandle _file;
    private readonly int[] _index;

    private MetricBlock(long sequence, string path, SafeFileHandle file, long length, int[] index, long earliest, long latest)
    {
        (Sequence, Path, _file, Length, _index, Earliest, Latest) = (sequence, path, file, length, index, earliest, latest);
    }

    /// <summary>Its number; the rollups of a block have the same.</summary>
    public long Sequence { get; }

    /// <summary>Its file's path.</summary>
    public string Path { get; }

    /// <summary>Its file's length, in bytes.</summary>
    public long Length { get; }

    /// <summary>The earliest point's time, in milliseconds since 1970.</summary>
    public long Earliest { get; }

    /// <summary>The latest point's time.</summary>
    public long Latest { get; }

    /// <summary>The numbers of its series.</summary>
    public IEnumerable<int> Series => Enumerable.Range(0, _index.Length / 3).Select(i => _index[i * 3]);

    /// <summary>Writes a block.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="path">Its file's path.</param>
    /// <param name="chunks">The chunks, instrument by instrument.</param>
    /// <param name="earliest">The earliest point's time.</param>
    /// <param name="latest">The latest point's time.</param>
    /// <returns>The block.</returns>
    public static MetricBlock Write(
        long sequence, string path, IReadOnlyList<(int Series, ReadOnlyMemory<byte> Chunk)> chunks, long earliest, long latest)
    {
        var index = new (int Series, int Offset, int Length)[chunks.Count];
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18))
        {
            var offset = 0;
            for (var i = 0; i < chunks.Count; i++)
            {
                var (series, chunk) = chunks[i];
                stream.Write(chunk.Span);
                index[i] = (series, offset, chunk.Length);
                offset += chunk.Length;
            }

            Array.Sort(index, static (left, right) => left.Series.CompareTo(right.Series));
            var tail = new byte[(index.Length * EntryLength) + FooterLength];
            MemoryMarshal.AsBytes(Flat(index).AsSpan()).CopyTo(tail);
            var footer = tail.AsSpan(index.Length * EntryLength);
            BinaryPrimitives.WriteInt32LittleEndian(footer, index.Length);
            BinaryPrimitives.WriteInt64LittleEndian(footer[4..], earliest);
            BinaryPrimitives.WriteInt64LittleEndian(footer[12..], latest);
            BinaryPrimitives.WriteUInt32LittleEndian(footer[20..], Checksum(tail.AsSpan(0, tail.Length - 4)));
            stream.Write(tail);
        }

        File.Move(temporary, path, overwrite: true);
        return Open(sequence, path) ?? throw new InvalidDataException($"{path} cannot be read back.");
    }

    /// <summary>Opens a block.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="path">Its file's path.</param>
    /// <returns>The block; null where the file is none.</returns>
    public static MetricBlock? Open(long sequence, string path)
    {
        var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        var length = RandomAccess.GetLength(file);
        var footer = new byte[FooterLength];
        if (length < FooterLength || RandomAccess.Read(file, footer, length - FooterLength) < FooterLength)
        {
            file.Dispose();
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(footer);
        var start = length - FooterLength - ((long)count * EntryLength);
        if (count < 0 || start < 0)
        {
            file.Dispose();
            return null;
        }

        var tail = new byte[length - start];
        RandomAccess.Read(file, tail, start);
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer.AsSpan(20)) != Checksum(tail.AsSpan(0, tail.Length - 4)))
        {
            file.Dispose();
            return null;
        }

        return new MetricBlock(
            sequence, path, file, length, MemoryMarshal.Cast<byte, int>(tail.AsSpan(0, count * EntryLength)).ToArray(),
            BinaryPrimitives.ReadInt64LittleEndian(footer.AsSpan(4)), BinaryPrimitives.ReadInt64LittleEndian(footer.AsSpan(12)));
    }

    /// <summary>Reads chunks of series that lie near each other.</summary>
    /// <param name="series">The series' numbers.</param>
    /// <returns>A chunk for each, in the same order; empty where a series has none.</returns>
    public ReadOnlyMemory<byte>[] Read(IReadOnlyList<int> series)
    {
        var places = new (int Offset, int Length)[series.Count];
        var (first, last, sum) = (int.MaxValue, 0, 0L);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Find(series[i]);
            if (places[i].Length > 0)
            {
                first = Math.Min(first, places[i].Offset);
                last = Math.Max(last, places[i].Offset + places[i].Length);
                sum += places[i].Length;
            }
        }

        var chunks = new ReadOnlyMemory<byte>[places.Length];
        if (sum == 0)
        {
            return chunks;
        }

        // In one piece when little of it is in vain.
        var all = last - first <= (2 * sum) + 65_536 ? ReadBytes(first, last - first) : null;
        for (var i = 0; i < places.Length; i++)
        {
            var (offset, length) = places[i];
            chunks[i] = length == 0 ? default : all is null ? ReadBytes(offset, length) : all.AsMemory(offset - first, length);
        }

        return chunks;
    }

    private byte[] ReadBytes(int offset, int length)
    {
        var bytes = new byte[length];
        return RandomAccess.Read(_file, bytes, offset) == length ? bytes : throw new InvalidDataException($"{Path} is shorter than its index says.");
    }

    private (int Offset, int Length) Find(int series)
    {
        var (low, high) = (0, (_index.Length / 3) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _index[middle * 3];
            if (found == series)
            {
                return (_index[(middle * 3) + 1], _index[(middle * 3) + 2]);
            }

            (low, high) = found < series ? (middle + 1, high) : (low, middle - 1);
        }

        return default;
    }

    private static int[] Flat((int Series, int Offset, int Length)[] index)
    {
        var flat = new int[index.Length * 3];
        for (var i = 0; i < index.Length; i++)
        {
            (flat[i * 3], flat[(i * 3) + 1], flat[(i * 3) + 2]) = index[i];
        }

        return flat;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var part in MemoryMarshal.Cast<byte, uint>(bytes))
        {
            sum = BitOperations.Crc32C(sum, part);
        }

        return ~sum;
    }
}
