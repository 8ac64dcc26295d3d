using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>How long the points of a series are.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Granularity>))]
public enum Granularity
{
    /// <summary>UTC days.</summary>
    Day,

    /// <summary>ISO weeks, from Monday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,
}
