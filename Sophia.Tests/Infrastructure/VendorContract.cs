using System.Text.Json;

namespace Sophia.Tests.Infrastructure;

/// <summary>A vendor's OpenAPI document, against which what travels is held. Stricter than the vendor: a member that the document lacks is an error.</summary>
internal sealed class VendorContract
{
    private readonly JsonElement _document;

    private VendorContract(JsonElement document) => _document = document;

    /// <summary>The contract, or null where it does not stand beside this checkout.</summary>
    public static VendorContract? Find(string vendor) =>
        Repository.Shared is { } shared && Path.Combine(shared, "vendor-contracts", $"{vendor}.openapi.json") is var path && File.Exists(path)
            ? new VendorContract(JsonElement.Parse(File.ReadAllBytes(path)))
            : null;

    /// <summary>What is wrong with an answer.</summary>
    public IReadOnlyList<string> ErrorsOfAnswer(string path, string method, int status, JsonElement answer) =>
        Check(answer, Operation(path, method).GetProperty("responses").GetProperty($"{status}"));

    /// <summary>What is wrong with a request's body.</summary>
    public IReadOnlyList<string> ErrorsOfRequest(string path, string method, JsonElement body) =>
        Check(body, Operation(path, method).GetProperty("requestBody"));

    /// <summary>What is wrong with an object of a named schema.</summary>
    public IReadOnlyList<string> ErrorsOf(string schema, JsonElement value)
    {
        List<string> errors = [];
        Check(value, _document.GetProperty("components").GetProperty("schemas").GetProperty(schema), schema, errors);
        return errors;
    }

    private JsonElement Operation(string path, string method) => _document.GetProperty("paths").GetProperty(path).GetProperty(method);

    private List<string> Check(JsonElement value, JsonElement described)
    {
        List<string> errors = [];
        Check(value, described.GetProperty("content").GetProperty("application/json").GetProperty("schema"), "$", errors);
        return errors;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            Check(value, _document.GetProperty("components").GetProperty("schemas").GetProperty(name), at, errors);
            return;
        }

        var type = schema.TryGetProperty("type", out var named) ? named.GetString() : null;
        if (!Fits(value, type))
        {
            errors.Add($"{at} is {value.ValueKind}, not {type}");
        }
        else if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            errors.Add($"{at} is {value.GetRawText()}, none of {allowed.GetRawText()}");
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(item, items, $"{at}[{index}]", errors);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            CheckMembers(value, schema, properties, at, errors);
        }
    }

    private void CheckMembers(JsonElement value, JsonElement schema, JsonElement properties, string at, List<string> errors)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var described))
            {
                Check(member.Value, described, $"{at}.{member.Name}", errors);
            }
            else
            {
                errors.Add($"{at}.{member.Name} is not in the contract");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            errors.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"));
        }
    }

    private static bool Fits(JsonElement value, string? type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => true,
    };
}
