using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Lists;

namespace Sophia.Core.Alerts;

/// <summary>The JSON form of alerts, rules and mutes, as they travel and as they are stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<Alert>))]
[JsonSerializable(typeof(AlertKey))]
[JsonSerializable(typeof(AlertMessage))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(Page<MetricRule>))]
[JsonSerializable(typeof(MetricRuleRequest))]
[JsonSerializable(typeof(RuleKey))]
[JsonSerializable(typeof(Page<AlertMute>))]
[JsonSerializable(typeof(MuteRequest))]
[JsonSerializable(typeof(MuteKey))]
[JsonSerializable(typeof(Page<BaselineDay>))]
[JsonSerializable(typeof(BaselineKey))]
[JsonSerializable(typeof(AlertEngineState))]
public sealed partial class AlertsJson : JsonSerializerContext;
