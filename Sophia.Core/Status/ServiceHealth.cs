using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Status;

/// <summary>How a part of Sophia is, best first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ServiceHealth>))]
public enum ServiceHealth
{
    /// <summary>It does all that it should.</summary>
    Healthy,

    /// <summary>It works, but something that it needs or a copy of it does not.</summary>
    Degraded,

    /// <summary>Nobody can say: what would know of it does not answer.</summary>
    Unknown,

    /// <summary>It does not work.</summary>
    Unhealthy,
}
