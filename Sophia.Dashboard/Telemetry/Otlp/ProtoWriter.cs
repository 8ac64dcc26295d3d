using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Writes the fields of one protobuf message.</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Begins anew.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Writes fields that are encoded already.</summary>
    /// <param name="fields">The fields.</param>
    public void Raw(ReadOnlySpan<byte> fields) => _buffer.Write(fields);

    /// <summary>Writes a string, bytes, a message or packed numbers.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="bytes">The bytes.</param>
    public void Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Tag(field, WireType.Bytes);
        Varint((ulong)bytes.Length);
        _buffer.Write(bytes);
    }

    /// <summary>Writes a string.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="text">The text.</param>
    public void Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a number as varint.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="bits">Its bits.</param>
    public void UInt64(int field, ulong bits)
    {
        Tag(field, WireType.Varint);
        Varint(bits);
    }

    /// <summary>Writes a number of eight bytes.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="bits">Its bits.</param>
    public void Fixed64(int field, ulong bits)
    {
        Tag(field, WireType.Fixed64);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.GetSpan(8), bits);
        _buffer.Advance(8);
    }

    /// <summary>Writes a number of four bytes.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="bits">Its bits.</param>
    public void Fixed32(int field, uint bits)
    {
        Tag(field, WireType.Fixed32);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.GetSpan(4), bits);
        _buffer.Advance(4);
    }

    private void Tag(int field, WireType wire) => Varint(((ulong)field << 3) | (ulong)wire);

    private void Varint(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
