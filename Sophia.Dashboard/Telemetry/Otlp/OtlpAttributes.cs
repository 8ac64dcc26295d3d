using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Reads attributes (<c>KeyValue</c>) and values (<c>AnyValue</c>).</summary>
internal static class OtlpAttributes
{
    // Deeper than any sensible attribute; protects the stack, since stored bytes were checked with the same bound.
    private const int Deepest = 16;

    /// <summary>Reads an attribute.</summary>
    /// <param name="keyValue">The <c>KeyValue</c> message.</param>
    /// <returns>The attribute.</returns>
    public static TelemetryAttribute Read(ReadOnlySpan<byte> keyValue)
    {
        Split(keyValue, out var key, out var value);
        var text = ReadValue(value, out var kind);
        return new TelemetryAttribute(TelemetryStrings.Shared(key), text, kind);
    }

    /// <summary>Takes an attribute apart without reading its value.</summary>
    /// <param name="keyValue">The <c>KeyValue</c> message.</param>
    /// <param name="key">The key in UTF-8.</param>
    /// <param name="value">The <c>AnyValue</c> message.</param>
    public static void Split(ReadOnlySpan<byte> keyValue, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        key = default;
        value = default;
        var reader = new ProtoReader(keyValue);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    key = reader.Bytes();
                    break;
                case 2:
                    value = reader.Bytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>Reads a value as text.</summary>
    /// <param name="anyValue">The <c>AnyValue</c> message.</param>
    /// <param name="kind">What kind of value it is.</param>
    /// <returns>Its text.</returns>
    public static string ReadValue(ReadOnlySpan<byte> anyValue, out AttributeKind kind)
    {
        kind = AttributeKind.Text;
        var text = "";
        var reader = new ProtoReader(anyValue);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    text = reader.Text();
                    kind = AttributeKind.Text;
                    break;
                case 2:
                    text = reader.UInt64() != 0 ? "true" : "false";
                    kind = AttributeKind.Boolean;
                    break;
                case 3:
                    text = ((long)reader.UInt64()).ToString(CultureInfo.InvariantCulture);
                    kind = AttributeKind.WholeNumber;
                    break;
                case 4:
                    text = reader.Double().ToString("R", CultureInfo.InvariantCulture);
                    kind = AttributeKind.Number;
                    break;
                case 5 or 6:
                    text = Json(anyValue);
                    kind = AttributeKind.Json;
                    reader.Skip();
                    break;
                case 7:
                    text = Convert.ToBase64String(reader.Bytes());
                    kind = AttributeKind.Bytes;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return text;
    }

    /// <summary>The bytes of a value that is a text.</summary>
    /// <param name="anyValue">The <c>AnyValue</c> message.</param>
    /// <returns>The text in UTF-8; empty of another value.</returns>
    public static ReadOnlySpan<byte> TextBytes(ReadOnlySpan<byte> anyValue)
    {
        var reader = new ProtoReader(anyValue);
        return reader.Next() && reader.Field == 1 ? reader.Bytes() : default;
    }

    /// <summary>A value that is a whole number.</summary>
    /// <param name="anyValue">The <c>AnyValue</c> message.</param>
    /// <returns>The number; null of another value.</returns>
    public static long? WholeNumber(ReadOnlySpan<byte> anyValue)
    {
        var reader = new ProtoReader(anyValue);
        return reader.Next() && reader.Field == 3 ? (long)reader.UInt64() : null;
    }

    /// <summary>Checks that an attribute is well formed, so that reading it later cannot fail.</summary>
    /// <param name="keyValue">The <c>KeyValue</c> message.</param>
    /// <param name="depth">How deep it lies in others.</param>
    /// <returns>Its key in UTF-8.</returns>
    public static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> keyValue, int depth = 0)
    {
        ReadOnlySpan<byte> key = default;
        var reader = new ProtoReader(keyValue);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    key = reader.Utf8();
                    break;
                case 2:
                    CheckValue(reader.Bytes(), depth);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return key;
    }

    /// <summary>Checks that a value is well formed.</summary>
    /// <param name="anyValue">The <c>AnyValue</c> message.</param>
    /// <param name="depth">How deep it lies in others.</param>
    public static void CheckValue(ReadOnlySpan<byte> anyValue, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new OtlpFormatException("A value is nested too deeply.");
        }

        var reader = new ProtoReader(anyValue);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Utf8();
                    break;
                case 2 or 3:
                    reader.UInt64();
                    break;
                case 4:
                    reader.Fixed64();
                    break;
                case 5 or 6:
                    var list = reader.Field == 6;
                    var inner = new ProtoReader(reader.Bytes());
                    while (inner.Next())
                    {
                        if (inner.Field != 1)
                        {
                            inner.Skip();
                        }
                        else if (list)
                        {
                            Check(inner.Bytes(), depth + 1);
                        }
                        else
                        {
                            CheckValue(inner.Bytes(), depth + 1);
                        }
                    }

                    break;
                case 7:
                    reader.Bytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static string Json(ReadOnlySpan<byte> anyValue)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteJson(writer, anyValue);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteJson(Utf8JsonWriter writer, ReadOnlySpan<byte> anyValue)
    {
        var reader = new ProtoReader(anyValue);
        if (!reader.Next())
        {
            writer.WriteNullValue();
            return;
        }

        switch (reader.Field)
        {
            case 1:
                writer.WriteStringValue(reader.Bytes());
                break;
            case 2:
                writer.WriteBooleanValue(reader.UInt64() != 0);
                break;
            case 3:
                writer.WriteNumberValue((long)reader.UInt64());
                break;
            case 4 when reader.Double() is var number && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case 5:
                writer.WriteStartArray();
                var values = new ProtoReader(reader.Bytes());
                while (values.Next())
                {
                    if (values.Field == 1)
                    {
                        WriteJson(writer, values.Bytes());
                    }
                    else
                    {
                        values.Skip();
                    }
                }

                writer.WriteEndArray();
                break;
            case 6:
                writer.WriteStartObject();
                var pairs = new ProtoReader(reader.Bytes());
                while (pairs.Next())
                {
                    if (pairs.Field == 1)
                    {
                        Split(pairs.Bytes(), out var key, out var value);
                        writer.WritePropertyName(key);
                        WriteJson(writer, value);
                    }
                    else
                    {
                        pairs.Skip();
                    }
                }

                writer.WriteEndObject();
                break;
            case 7:
                writer.WriteBase64StringValue(reader.Bytes());
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
