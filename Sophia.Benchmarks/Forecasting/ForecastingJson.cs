using System.Text.Json.Serialization;

namespace Sophia.Benchmarks.Forecasting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SeriesLine))]
[JsonSerializable(typeof(ForecastLine))]
internal sealed partial class ForecastingJson : JsonSerializerContext;
