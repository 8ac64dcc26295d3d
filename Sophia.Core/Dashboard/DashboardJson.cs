using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>The JSON form of the dashboard's records: camel case, enumerations as camel-case names.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(DashboardMetrics))]
[JsonSerializable(typeof(MetricRows))]
[JsonSerializable(typeof(MetricRowKey))]
[JsonSerializable(typeof(DashboardRequest))]
[JsonSerializable(typeof(DashboardMessage))]
public sealed partial class DashboardJson : JsonSerializerContext;
