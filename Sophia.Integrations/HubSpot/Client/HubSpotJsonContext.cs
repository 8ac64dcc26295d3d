using System.Text.Json.Serialization;
using System.Text.Json;
using Sophia.Integrations.HubSpot.Client.Messages;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>The messages that are exchanged with HubSpot. Unknown members are ignored, as HubSpot asks.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObjectsAnswer))]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(BatchReadRequest))]
[JsonSerializable(typeof(AssociationsRequest))]
[JsonSerializable(typeof(AssociationsAnswer))]
[JsonSerializable(typeof(PipelinesAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class HubSpotJsonContext : JsonSerializerContext;
