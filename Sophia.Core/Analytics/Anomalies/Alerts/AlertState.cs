using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>Where an alert is in its life.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlertState>))]
public enum AlertState
{
    /// <summary>Nothing is wrong.</summary>
    Inactive,

    /// <summary>Something is wrong, not yet for long enough.</summary>
    Pending,

    /// <summary>Something is wrong.</summary>
    Firing,

    /// <summary>Nothing is wrong any more, not yet for long enough.</summary>
    Recovering,
}
