using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>The control API's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(JsonStringEnumConverter<HealthStatus>)])]
[JsonSerializable(typeof(IReadOnlyList<ResourceSnapshot>))]
[JsonSerializable(typeof(IReadOnlyList<EnvironmentVariable>))]
[JsonSerializable(typeof(IReadOnlyList<CommandRecord>))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(ReplicaCount))]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ControlJson : JsonSerializerContext;
