using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>How cursors are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EmployeeCursor))]
[JsonSerializable(typeof(SurveyCursor))]
internal sealed partial class CursorJsonContext : JsonSerializerContext;
