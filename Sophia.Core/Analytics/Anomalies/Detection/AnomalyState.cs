using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>What a row says about its series.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnomalyState>))]
public enum AnomalyState
{
    /// <summary>Too few rows so far to judge any.</summary>
    Learning,

    /// <summary>Within what the series does.</summary>
    Normal,

    /// <summary>Unlike what the series does.</summary>
    Anomalous,

    /// <summary>There is no usable value; neither normal nor anomalous.</summary>
    Missing,
}
