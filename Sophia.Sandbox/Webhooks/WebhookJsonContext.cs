using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.Webhooks;

/// <summary>JSON of a webhook's body.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<WebhookEvent>))]
internal sealed partial class WebhookJsonContext : JsonSerializerContext;
