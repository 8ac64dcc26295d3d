using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Lists;

namespace Sophia.Core.Integrations;

/// <summary>The JSON form of what is said of integrations.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<Integration>))]
[JsonSerializable(typeof(IntegrationKey))]
[JsonSerializable(typeof(SyncRequest))]
[JsonSerializable(typeof(SyncAccepted))]
public sealed partial class IntegrationsJson : JsonSerializerContext;
