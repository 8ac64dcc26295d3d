using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>Which side of the expectation the series is on; for a change of variance, whether it moves more or less.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnomalyDirection>))]
public enum AnomalyDirection
{
    /// <summary>Higher, or more restless, than expected.</summary>
    Above,

    /// <summary>Lower, or quieter, than expected.</summary>
    Below,
}
