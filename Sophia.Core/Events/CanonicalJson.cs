using System.Buffers;
using System.Text.Json;

namespace Sophia.Core.Events;

/// <summary>
/// Writes JSON with sorted member names and no white space, so that the same content always has the same bytes however
/// a source orders its members.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical UTF-8 form of <paramref name="element"/>.</summary>
    public static ReadOnlyMemory<byte> Write(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(element, writer);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject().OrderBy(static p => p.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(property.Name);
                Write(property.Value, writer);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
            {
                Write(item, writer);
            }

            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
