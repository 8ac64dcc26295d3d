using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>What a metric is counted in.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MetricUnit>))]
public enum MetricUnit
{
    /// <summary>An amount in the organisation's currency.</summary>
    Money,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A share or a rate, 0.25 for 25 %.</summary>
    Ratio,

    /// <summary>Days, with fractions.</summary>
    Days,

    /// <summary>Minutes, with fractions.</summary>
    Minutes,

    /// <summary>Hours, with fractions.</summary>
    Hours,

    /// <summary>A plain number with fractions, for example a score.</summary>
    Number,
}
