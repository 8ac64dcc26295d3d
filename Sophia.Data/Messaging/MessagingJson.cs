using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Data.Messaging;

/// <summary>The JSON form of what travels on the bus.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MetricsMoved))]
internal sealed partial class MessagingJson : JsonSerializerContext;
