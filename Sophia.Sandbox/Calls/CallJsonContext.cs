using System.Text.Json.Serialization;

namespace Sophia.Sandbox.Calls;

/// <summary>JSON of the calls' journal.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Call))]
internal sealed partial class CallJsonContext : JsonSerializerContext;
