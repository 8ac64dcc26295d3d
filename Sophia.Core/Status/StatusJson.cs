using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Lists;

namespace Sophia.Core.Status;

/// <summary>The JSON form of what is said of Sophia's own state.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SystemStatus))]
[JsonSerializable(typeof(StatusMessage))]
[JsonSerializable(typeof(Page<MaintenanceNotice>))]
[JsonSerializable(typeof(MaintenanceKey))]
[JsonSerializable(typeof(MaintenanceRequest))]
[JsonSerializable(typeof(IReadOnlyList<CheckStatus>))]
public sealed partial class StatusJson : JsonSerializerContext;
