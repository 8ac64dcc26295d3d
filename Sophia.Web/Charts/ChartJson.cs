using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Web.Charts;

/// <summary>The JSON form of <see cref="ChartContent"/>: made once for all pages, where a circuit's own serializer would learn it for each.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChartContent))]
internal sealed partial class ChartJson : JsonSerializerContext;
