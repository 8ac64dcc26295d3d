using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Integrations.BambooHr.Client.Messages;

namespace Sophia.Integrations.BambooHr.Client;

/// <summary>The messages that are exchanged with BambooHR. Unknown members are ignored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ChangedAnswer))]
[JsonSerializable(typeof(DatasetRequest))]
[JsonSerializable(typeof(DatasetAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class BambooHrJsonContext : JsonSerializerContext;
