using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.HubSpot;

/// <summary>JSON of the request bodies. What they default to needs settable properties: the generated code sets every other one.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(BatchReadRequest))]
internal sealed partial class HubSpotJsonContext : JsonSerializerContext;
