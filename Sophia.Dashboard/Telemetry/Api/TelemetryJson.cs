using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Agents;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Search;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Telemetry.Sessions;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>How the HTTP API writes: camelCase, ISO 8601 in UTC, enums by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(IReadOnlyList<TelemetryResource>))]
[JsonSerializable(typeof(IReadOnlyList<TelemetryLimit>))]
[JsonSerializable(typeof(TelemetryPage<LogEntry>))]
[JsonSerializable(typeof(TelemetryPage<SpanEntry>))]
[JsonSerializable(typeof(TelemetryPage<TraceSummary>))]
[JsonSerializable(typeof(TelemetryPage<SearchHit>))]
[JsonSerializable(typeof(TraceDetail))]
[JsonSerializable(typeof(IReadOnlyList<MetricInstrument>))]
[JsonSerializable(typeof(IReadOnlyList<MetricDimension>))]
[JsonSerializable(typeof(MetricAnswer))]
[JsonSerializable(typeof(ServicesAnswer))]
[JsonSerializable(typeof(ServiceMap))]
[JsonSerializable(typeof(LatencyHeatMap))]
[JsonSerializable(typeof(IReadOnlyList<ErrorGroup>))]
[JsonSerializable(typeof(IReadOnlyList<AgentConversation>))]
[JsonSerializable(typeof(IReadOnlyList<AgentTurn>))]
[JsonSerializable(typeof(IReadOnlyList<TimelineEvent>))]
[JsonSerializable(typeof(IReadOnlyList<SloStatus>))]
[JsonSerializable(typeof(SloDefinition))]
[JsonSerializable(typeof(IReadOnlyList<AlertStatus>))]
[JsonSerializable(typeof(AlertRule))]
[JsonSerializable(typeof(SessionImport))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class TelemetryJson : JsonSerializerContext;
