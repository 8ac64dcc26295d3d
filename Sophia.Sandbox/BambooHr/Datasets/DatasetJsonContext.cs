using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>JSON of the requests.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DatasetRequest))]
internal sealed partial class DatasetJsonContext : JsonSerializerContext;
