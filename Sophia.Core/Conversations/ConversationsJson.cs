using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Core.Conversations;

/// <summary>The JSON form of the records about conversations: camel case, enumerations as camel-case names.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(CallInsightPage))]
[JsonSerializable(typeof(CallInsightKey))]
[JsonSerializable(typeof(CallDetail))]
[JsonSerializable(typeof(CallFindings))]
public sealed partial class ConversationsJson : JsonSerializerContext;
