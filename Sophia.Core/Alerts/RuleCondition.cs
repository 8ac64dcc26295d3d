using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Alerts;

/// <summary>When a rule's metric is wrong.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RuleCondition>))]
public enum RuleCondition
{
    /// <summary>The value is above the threshold.</summary>
    Above,

    /// <summary>The value is below the threshold.</summary>
    Below,

    /// <summary>
    /// The value has moved against the compared period by more than the threshold: up where that is positive, down where it is
    /// negative; relative (-0.2 for a fall by 20 %), for ratios the difference.
    /// </summary>
    ChangesBy,

    /// <summary>A day is unlike what the metric's own history lets expect.</summary>
    Anomaly,
}
