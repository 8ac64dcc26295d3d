using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>How much an alert matters, least first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlertSeverity>))]
public enum AlertSeverity
{
    /// <summary>Worth knowing: unusual, but not bad.</summary>
    Information,

    /// <summary>Worth a look today.</summary>
    Warning,

    /// <summary>Worth a look now.</summary>
    Critical,
}
