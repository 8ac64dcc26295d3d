using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Translates OTLP's JSON form into protobuf, so that there is one way in for both.</summary>
internal static class OtlpJsonReader
{
    // Deeper than any sensible attribute; protects the stack.
    private const int Deepest = 64;

    /// <summary>Translates a request.</summary>
    /// <param name="json">The JSON text in UTF-8.</param>
    /// <param name="schema">What kind of request it is.</param>
    /// <returns>The request in protobuf.</returns>
    /// <exception cref="OtlpFormatException">It is no such request.</exception>
    public static byte[] ToProtobuf(ReadOnlySpan<byte> json, OtlpMessage schema)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new OtlpFormatException("A request is a JSON object.");
            }

            var writer = new ProtoWriter();
            Message(ref reader, schema, writer);
            return reader.Read() ? throw new OtlpFormatException("Something follows the request.") : writer.Written.ToArray();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new OtlpFormatException("The JSON is not valid: " + exception.Message);
        }
    }

    private static void Message(ref Utf8JsonReader reader, OtlpMessage schema, ProtoWriter writer)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = schema.Find(reader.GetString()!);
            reader.Read();
            if (field is null)
            {
                // OTLP: unknown fields are ignored.
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.StartArray && field.Repeated)
            {
                List(ref reader, field, writer);
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                Value(ref reader, field, writer);
            }
        }
    }

    private static void List(ref Utf8JsonReader reader, OtlpField field, ProtoWriter writer)
    {
        using var packed = field.Packed ? new MemoryStream() : null;
        Span<byte> number = stackalloc byte[8];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (packed is null)
            {
                Value(ref reader, field, writer);
            }
            else if (field.Type == OtlpFieldType.LongNumber)
            {
                Varint(packed, Long(ref reader));
            }
            else
            {
                BinaryPrimitives.WriteUInt64LittleEndian(
                    number, field.Type == OtlpFieldType.Double ? BitConverter.DoubleToUInt64Bits(Double(ref reader)) : Long(ref reader));
                packed.Write(number);
            }
        }

        if (packed is not null)
        {
            writer.Bytes(field.Number, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        }
    }

    private static void Value(ref Utf8JsonReader reader, OtlpField field, ProtoWriter writer)
    {
        switch (field.Type)
        {
            case OtlpFieldType.Utf8:
                writer.Text(field.Number, reader.GetString() ?? "");
                break;
            case OtlpFieldType.Bytes:
                writer.Bytes(field.Number, reader.GetBytesFromBase64());
                break;
            case OtlpFieldType.Id:
                writer.Bytes(field.Number, Convert.FromHexString(reader.GetString() ?? ""));
                break;
            case OtlpFieldType.Bool:
                writer.UInt64(field.Number, reader.GetBoolean() ? 1UL : 0);
                break;
            case OtlpFieldType.Number or OtlpFieldType.LongNumber:
                writer.UInt64(field.Number, Long(ref reader));
                break;
            case OtlpFieldType.SignedNumber:
                var signed = (int)(long)Long(ref reader);
                writer.UInt64(field.Number, (uint)((signed << 1) ^ (signed >> 31)));
                break;
            case OtlpFieldType.Fixed32:
                writer.Fixed32(field.Number, (uint)Long(ref reader));
                break;
            case OtlpFieldType.Fixed64:
                writer.Fixed64(field.Number, Long(ref reader));
                break;
            case OtlpFieldType.Double:
                writer.Fixed64(field.Number, BitConverter.DoubleToUInt64Bits(Double(ref reader)));
                break;
            case OtlpFieldType.Message:
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new OtlpFormatException($"{field.Name} is an object.");
                }

                var inner = new ProtoWriter();
                Message(ref reader, field.Message!(), inner);
                writer.Bytes(field.Number, inner.Written);
                break;
        }
    }

    // Numbers may come as text, as protobuf's JSON form writes them.
    private static ulong Long(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString()!;
            return text.StartsWith('-') ? (ulong)long.Parse(text, CultureInfo.InvariantCulture) : ulong.Parse(text, CultureInfo.InvariantCulture);
        }

        return reader.TryGetInt64(out var signed) ? (ulong)signed : reader.GetUInt64();
    }

    private static double Double(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? double.Parse(reader.GetString()!, CultureInfo.InvariantCulture) : reader.GetDouble();

    private static void Varint(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
