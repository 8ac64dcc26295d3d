using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sophia.Tests.Infrastructure;

/// <summary>
/// A vendor's OpenAPI document, against which messages are held. It reads the parts of JSON Schema that those documents use:
/// references, types, required members, members, items, further members, enumerations, date formats, all of, one of.
/// </summary>
internal sealed partial class VendorContract
{
    private readonly JsonElement _root;
    private readonly bool _isClosed;

    // A path without placeholders is meant before one with them.
    private readonly (Regex Path, JsonElement Operations)[] _paths;

    private VendorContract(JsonElement root, bool isClosed)
    {
        (_root, _isClosed) = (root, isClosed);
        _paths =
        [
            .. root.GetProperty("paths").EnumerateObject()
                .OrderBy(path => path.Name.Count(letter => letter == '{'))
                .Select(path => (new Regex($"^{Placeholder().Replace(path.Name, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1)), path.Value)),
        ];
    }

    /// <summary>The contract in this file beside the checkout, or null where there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isClosed">Whether a member that the contract does not name is an error, also where the contract leaves that open.</param>
    public static VendorContract? Find(string file, bool isClosed = false) =>
        Repository.Shared is { } shared && Path.Combine(shared, "vendor-contracts", file) is var path && File.Exists(path)
            ? new VendorContract(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement, isClosed)
            : null;

    /// <summary>What is wrong with a response's body; empty where nothing is.</summary>
    public IReadOnlyList<string> CheckResponse(HttpMethod method, string path, int status, JsonElement body)
    {
        var responses = Operation(method, path).GetProperty("responses");
        return responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            ? Check(Schema(Resolve(response)), body)
            : [$"{method} {path} does not answer {status}."];
    }

    /// <summary>What is wrong with a request's body; empty where nothing is.</summary>
    public IReadOnlyList<string> CheckRequest(HttpMethod method, string path, JsonElement body) =>
        Check(Schema(Resolve(Operation(method, path).GetProperty("requestBody"))), body);

    /// <summary>The names of the query parameters that an operation takes.</summary>
    public IReadOnlyList<string> QueryParameters(HttpMethod method, string path) =>
        Operation(method, path).TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(Resolve).Where(parameter => parameter.GetProperty("in").ValueEquals("query")).Select(parameter => parameter.GetProperty("name").GetString()!)]
            : [];

    private static JsonElement Schema(JsonElement message) =>
        message.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"JSON Schema has no type '{type}'."),
    };

    private static bool IsFormat(string? format, JsonElement value) =>
        value.ValueKind != JsonValueKind.String || format switch
        {
            "date-time" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    private JsonElement Operation(HttpMethod method, string path) =>
        _paths.First(one => one.Path.IsMatch(path)).Operations.GetProperty(method.Method.ToLowerInvariant());

    private JsonElement Resolve(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.Split('/').Skip(1).Aggregate(_root, static (node, name) => node.GetProperty(name));
        }

        return element;
    }

    private List<string> Check(JsonElement schema, JsonElement value)
    {
        List<string> errors = [];
        Check(schema, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement given, JsonElement value, string path, List<string> errors)
    {
        var schema = Resolve(given);
        if (schema.TryGetProperty("type", out var type)
            && !(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!]).Any(one => IsType(one, value)))
        {
            errors.Add($"{path} is {value.ValueKind}, not {type.GetRawText()}.");
            return;
        }

        if (schema.TryGetProperty("enum", out var allowed)
            && value.ValueKind != JsonValueKind.Null
            && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            errors.Add($"{path} is {value.GetRawText()}, not one of {allowed.GetRawText()}.");
        }

        if (schema.TryGetProperty("format", out var format) && !IsFormat(format.GetString(), value))
        {
            errors.Add($"{path} is {value.GetRawText()}, no {format.GetString()}.");
        }

        foreach (var part in schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray() : [])
        {
            Check(part, value, path, errors);
        }

        if (schema.TryGetProperty("oneOf", out var alternatives) && !alternatives.EnumerateArray().Any(one => Check(one, value).Count == 0))
        {
            errors.Add($"{path} fits none of its alternatives.");
        }

        CheckMembers(schema, value, path, errors);
    }

    private void CheckMembers(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(items, item, $"{path}[{index}]", errors);
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var required in schema.TryGetProperty("required", out var names) ? names.EnumerateArray() : [])
        {
            if (!value.TryGetProperty(required.GetString()!, out _))
            {
                errors.Add($"{path} lacks {required.GetString()}.");
            }
        }

        var hasMembers = schema.TryGetProperty("properties", out var members);
        var hasFurther = schema.TryGetProperty("additionalProperties", out var further);
        foreach (var member in value.EnumerateObject())
        {
            if (hasMembers && members.TryGetProperty(member.Name, out var known))
            {
                Check(known, member.Value, $"{path}.{member.Name}", errors);
            }
            else if (hasFurther && further.ValueKind == JsonValueKind.Object)
            {
                Check(further, member.Value, $"{path}.{member.Name}", errors);
            }
            else if (hasFurther ? further.ValueKind == JsonValueKind.False : _isClosed && hasMembers)
            {
                errors.Add($"{path} has {member.Name}, which the contract does not know.");
            }
        }
    }
}
