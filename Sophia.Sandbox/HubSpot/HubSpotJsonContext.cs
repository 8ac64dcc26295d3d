using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.HubSpot;

/// <summary>JSON of the request bodies.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(BatchReadRequest))]
internal sealed partial class HubSpotJsonContext : JsonSerializerContext;
