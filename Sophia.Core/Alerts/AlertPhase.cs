using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Alerts;

/// <summary>Where an alert that people were told of is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlertPhase>))]
public enum AlertPhase
{
    /// <summary>It goes on.</summary>
    Firing,

    /// <summary>Nothing is wrong any more, not yet for long enough.</summary>
    Recovering,

    /// <summary>It is over.</summary>
    Resolved,
}
