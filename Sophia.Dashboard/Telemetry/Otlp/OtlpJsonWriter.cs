using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Translates protobuf into OTLP's JSON form.</summary>
internal static class OtlpJsonWriter
{
    /// <summary>Writes a message as a JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="message">The message in protobuf.</param>
    /// <param name="schema">What kind of message it is.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> message, OtlpMessage schema)
    {
        writer.WriteStartObject();
        var reader = new ProtoReader(message);
        OtlpField? open = null;
        while (reader.Next())
        {
            var field = schema.Find(reader.Field);
            if (open is not null && field != open)
            {
                writer.WriteEndArray();
                open = null;
            }

            if (field is null)
            {
                reader.Skip();
                continue;
            }

            // Senders write the elements of a list one after the other.
            if (field.Repeated && open is null)
            {
                writer.WriteStartArray(field.Name);
                open = field;
            }
            else if (!field.Repeated)
            {
                writer.WritePropertyName(field.Name);
            }

            if (field.Packed && reader.Wire == WireType.Bytes)
            {
                Packed(writer, reader.Bytes(), field);
            }
            else
            {
                Value(writer, ref reader, field);
            }
        }

        if (open is not null)
        {
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, ref ProtoReader reader, OtlpField field)
    {
        switch (field.Type)
        {
            case OtlpFieldType.Utf8:
                writer.WriteStringValue(reader.Bytes());
                break;
            case OtlpFieldType.Bytes:
                writer.WriteBase64StringValue(reader.Bytes());
                break;
            case OtlpFieldType.Id:
                writer.WriteStringValue(Convert.ToHexStringLower(reader.Bytes()));
                break;
            case OtlpFieldType.Bool:
                writer.WriteBooleanValue(reader.UInt64() != 0);
                break;
            case OtlpFieldType.Number:
                writer.WriteNumberValue(reader.UInt64());
                break;
            case OtlpFieldType.LongNumber:
                writer.WriteStringValue(((long)reader.UInt64()).ToString(CultureInfo.InvariantCulture));
                break;
            case OtlpFieldType.SignedNumber:
                writer.WriteNumberValue(reader.SInt32());
                break;
            case OtlpFieldType.Fixed32:
                writer.WriteNumberValue(reader.Fixed32());
                break;
            case OtlpFieldType.Fixed64:
                writer.WriteStringValue(((long)reader.Fixed64()).ToString(CultureInfo.InvariantCulture));
                break;
            case OtlpFieldType.Double:
                Double(writer, reader.Double());
                break;
            case OtlpFieldType.Message:
                Write(writer, reader.Bytes(), field.Message!());
                break;
        }
    }

    private static void Packed(Utf8JsonWriter writer, ReadOnlySpan<byte> numbers, OtlpField field)
    {
        var varints = new ProtoNumbers(numbers);
        while (field.Type == OtlpFieldType.LongNumber && varints.Next())
        {
            writer.WriteStringValue(varints.Current.ToString(CultureInfo.InvariantCulture));
        }

        for (; field.Type != OtlpFieldType.LongNumber && numbers.Length >= 8; numbers = numbers[8..])
        {
            var bits = BinaryPrimitives.ReadUInt64LittleEndian(numbers);
            if (field.Type == OtlpFieldType.Double)
            {
                Double(writer, BitConverter.UInt64BitsToDouble(bits));
            }
            else
            {
                writer.WriteStringValue(bits.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    // JSON has no NaN and no infinity; protobuf's JSON form writes them as text.
    private static void Double(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
