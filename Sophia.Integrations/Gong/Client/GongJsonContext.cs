using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Integrations.Gong.Client.Messages;

namespace Sophia.Integrations.Gong.Client;

/// <summary>The messages that are exchanged with Gong. Unknown members are ignored, as Gong asks.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UsersAnswer))]
[JsonSerializable(typeof(CallsRequest))]
[JsonSerializable(typeof(CallsAnswer))]
[JsonSerializable(typeof(TranscriptsAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class GongJsonContext : JsonSerializerContext;
