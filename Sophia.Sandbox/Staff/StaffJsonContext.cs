using System.Text.Json.Serialization;

namespace Sophia.Sandbox.Staff;

/// <summary>JSON of the file of changes.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StaffEntry))]
internal sealed partial class StaffJsonContext : JsonSerializerContext;
