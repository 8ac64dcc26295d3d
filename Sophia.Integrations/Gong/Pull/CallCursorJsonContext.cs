using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>How a cursor is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CallCursor))]
internal sealed partial class CallCursorJsonContext : JsonSerializerContext;
