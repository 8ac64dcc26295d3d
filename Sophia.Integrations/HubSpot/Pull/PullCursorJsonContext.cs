using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>How a cursor is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PullCursor))]
internal sealed partial class PullCursorJsonContext : JsonSerializerContext;
