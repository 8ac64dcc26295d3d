using System.Buffers.Binary;
using System.Text;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Reads the fields of one protobuf message in place, without allocating.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private int _position;

    /// <summary>The number of the field that is read next.</summary>
    public int Field { get; private set; }

    /// <summary>How that field is encoded.</summary>
    public WireType Wire { get; private set; }

    /// <summary>Where the last bytes field begins in the message.</summary>
    public int BytesStart { get; private set; }

    /// <summary>Goes on to the next field; its value has to be read or skipped.</summary>
    /// <returns>False at the message's end.</returns>
    public bool Next()
    {
        if (_position == _message.Length)
        {
            return false;
        }

        var tag = Varint();
        Field = (int)(tag >> 3);
        Wire = (WireType)(tag & 7);
        return Field is > 0 and < 1 << 29 ? true : throw new OtlpFormatException("A field has no valid number.");
    }

    /// <summary>Reads a length-delimited field: a string, bytes, a message or packed numbers.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlySpan<byte> Bytes()
    {
        Expect(WireType.Bytes);
        var length = Varint();
        if (length > (ulong)(_message.Length - _position))
        {
            throw new OtlpFormatException("The message ends inside a field.");
        }

        BytesStart = _position;
        _position += (int)length;
        return _message.Slice(BytesStart, (int)length);
    }

    /// <summary>Reads a string's bytes, which must be valid UTF-8.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlySpan<byte> Utf8()
    {
        var bytes = Bytes();
        return System.Text.Unicode.Utf8.IsValid(bytes) ? bytes : throw new OtlpFormatException("A text is not valid UTF-8.");
    }

    /// <summary>Reads a string.</summary>
    /// <returns>The text.</returns>
    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Reads a number that is encoded as varint.</summary>
    /// <returns>Its bits.</returns>
    public ulong UInt64()
    {
        Expect(WireType.Varint);
        return Varint();
    }

    /// <summary>Reads a signed number in ZigZag encoding.</summary>
    /// <returns>The number.</returns>
    public int SInt32()
    {
        var bits = (uint)UInt64();
        return (int)(bits >> 1) ^ -(int)(bits & 1);
    }

    /// <summary>Reads a number of eight bytes.</summary>
    /// <returns>Its bits.</returns>
    public ulong Fixed64()
    {
        Expect(WireType.Fixed64);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The number.</returns>
    public double Double() => BitConverter.UInt64BitsToDouble(Fixed64());

    /// <summary>Reads a number of four bytes.</summary>
    /// <returns>Its bits.</returns>
    public uint Fixed32()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
    }

    /// <summary>Passes over a field that is of no interest.</summary>
    public void Skip()
    {
        switch (Wire)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Bytes:
                Bytes();
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                throw new OtlpFormatException("A field has no known encoding.");
        }
    }

    private void Expect(WireType wire)
    {
        if (Wire != wire)
        {
            throw new OtlpFormatException($"Field {Field} is encoded in another way than OTLP says.");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _message.Length - _position)
        {
            throw new OtlpFormatException("The message ends inside a field.");
        }

        _position += count;
        return _message.Slice(_position - count, count);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _message.Length)
            {
                throw new OtlpFormatException("The message ends inside a number.");
            }

            var part = _message[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new OtlpFormatException("A number is longer than ten bytes.");
    }
}
