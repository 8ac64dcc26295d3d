using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>Which way a metric should move.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GoodDirection>))]
public enum GoodDirection
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,

    /// <summary>Neither way is better as such.</summary>
    Neither,
}
