using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>Writes an enumeration by its member's name in camel case.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
