using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Api.Lists;

/// <summary>Which fields of an answer are sent: a tree of names whose leaves come whole.</summary>
internal sealed class FieldSelection
{
    // Each unknown name is answered with the list of known ones, so their number bounds the answer.
    private const int MostFields = 64;

    private readonly Dictionary<string, FieldSelection> _inner = new(StringComparer.Ordinal);

    /// <summary>Everything there is.</summary>
    public static FieldSelection Everything { get; } = new();

    /// <summary>Whether nothing is left out.</summary>
    public bool IsEverything => _inner.Count == 0;

    /// <summary>Reads names separated by commas, inner ones behind a dot; lists are stepped into silently.</summary>
    /// <param name="text">The names, or null for everything.</param>
    /// <param name="type">The JSON form of what is selected from.</param>
    /// <param name="selection">The selection; unchanged where the result is not empty.</param>
    /// <returns>What is wrong with the names.</returns>
    public static string[] Parse(string? text, JsonTypeInfo type, ref FieldSelection selection)
    {
        var names = text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (names.Length > MostFields)
        {
            return [$"At most {MostFields} fields can be named."];
        }

        if (names.Length == 0)
        {
            return [];
        }

        var read = new FieldSelection();
        // The shorter name first: what comes whole is not narrowed by a part of it that is named as well.
        string[] errors =
        [
            .. names.Order(StringComparer.Ordinal).Select(name => read.Add(name, name.Split('.'), type)).OfType<string>(),
        ];
        selection = errors.Length == 0 ? read : selection;
        return errors;
    }

    /// <summary>Copies a JSON object whole but for its list <paramref name="list"/>: of the entries of that only the selected part.</summary>
    public void Write(string list, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            writer.WritePropertyName(name);
            (string.Equals(name, list, StringComparison.Ordinal) ? this : Everything).Copy(ref reader, json, writer);
        }

        writer.WriteEndObject();
    }

    private string? Add(string name, ReadOnlySpan<string> path, JsonTypeInfo type)
    {
        var inner = Contained(type);
        if (inner.Kind != JsonTypeInfoKind.Object)
        {
            return $"There is no field '{name}'.";
        }

        foreach (var property in inner.Properties)
        {
            if (!string.Equals(property.Name, path[0], StringComparison.Ordinal))
            {
                continue;
            }

            var known = _inner.TryGetValue(path[0], out var child);
            if (path.Length == 1)
            {
                _inner.TryAdd(path[0], new FieldSelection());
                return null;
            }

            return known && child!.IsEverything
                ? null
                : (_inner[path[0]] = child ?? new FieldSelection()).Add(name, path[1..], inner.Options.GetTypeInfo(property.PropertyType));
        }

        return $"There is no field '{name}'. There are: {string.Join(", ", inner.Properties.Select(static property => property.Name))}.";
    }

    // A nullable value has no type information of its own kind, a list is selected from entry by entry.
    private static JsonTypeInfo Contained(JsonTypeInfo type)
    {
        while (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { } element)
        {
            type = type.Options.GetTypeInfo(element);
        }

        return Nullable.GetUnderlyingType(type.Type) is { } value ? type.Options.GetTypeInfo(value) : type;
    }

    private void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        if (!IsEverything && reader.TokenType == JsonTokenType.StartObject)
        {
            CopyObject(ref reader, json, writer);
        }
        else if (!IsEverything && reader.TokenType == JsonTokenType.StartArray)
        {
            writer.WriteStartArray();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Copy(ref reader, json, writer);
            }

            writer.WriteEndArray();
        }
        else
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
        }
    }

    private void CopyObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (_inner.TryGetValue(name, out var inner))
            {
                writer.WritePropertyName(name);
                inner.Copy(ref reader, json, writer);
            }
            else
            {
                reader.Skip();
            }
        }

        writer.WriteEndObject();
    }
}
