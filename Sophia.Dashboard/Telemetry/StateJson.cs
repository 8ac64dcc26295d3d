using System.Text.Json.Serialization;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Timeline;

namespace Sophia.Dashboard.Telemetry;

/// <summary>How state is written to disk.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorTrackerState))]
[JsonSerializable(typeof(TimelineEvent))]
[JsonSerializable(typeof(SloState))]
[JsonSerializable(typeof(AlertRuleState[]))]
internal sealed partial class StateJson : JsonSerializerContext;
