using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.ConsoleLogs;

namespace Sophia.Dashboard.Resources;

/// <summary>The control API's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(ConsoleLine))]
[JsonSerializable(typeof(IReadOnlyList<ResourceVariable>))]
[JsonSerializable(typeof(IReadOnlyList<CommandRecord>))]
[JsonSerializable(typeof(ReplicaCount))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ControlJson : JsonSerializerContext;
