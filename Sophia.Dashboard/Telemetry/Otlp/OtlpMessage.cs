namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>A message's fields.</summary>
internal sealed class OtlpMessage
{
    private readonly Dictionary<string, OtlpField> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, OtlpField> _byNumber = [];

    public OtlpMessage(params ReadOnlySpan<OtlpField> fields)
    {
        foreach (var field in fields)
        {
            _byName.Add(field.Name, field);
            _byNumber.Add(field.Number, field);
        }
    }

    /// <summary>Finds a field by its name in JSON.</summary>
    /// <param name="name">In lowerCamelCase, or as the .proto files write it.</param>
    /// <returns>The field; null where there is none.</returns>
    public OtlpField? Find(string name) =>
        _byName.TryGetValue(name, out var field) || (name.Contains('_', StringComparison.Ordinal) && _byName.TryGetValue(CamelCase(name), out field)) ? field : null;

    /// <summary>Finds a field by its number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The field; null where there is none.</returns>
    public OtlpField? Find(int number) => _byNumber.GetValueOrDefault(number);

    private static string CamelCase(string name)
    {
        var parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select(static (part, index) => index == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
