using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.Gong;

/// <summary>JSON of the request bodies.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CallsRequest))]
internal sealed partial class GongJsonContext : JsonSerializerContext;
