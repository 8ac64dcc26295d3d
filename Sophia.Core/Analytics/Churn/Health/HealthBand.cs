using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>A customer's health in a word.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HealthBand>))]
public enum HealthBand
{
    /// <summary>Too little is known to say.</summary>
    Unknown,

    /// <summary>Below 40.</summary>
    AtRisk,

    /// <summary>From 40 on.</summary>
    Watch,

    /// <summary>From 70 on.</summary>
    Healthy,
}
