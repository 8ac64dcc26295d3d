using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>What a row behind a figure belongs to.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MetricPart>))]
public enum MetricPart
{
    /// <summary>The value itself: the rows add up to it. Of a growth it is what now is.</summary>
    Value,

    /// <summary>What is divided.</summary>
    Numerator,

    /// <summary>What is divided by.</summary>
    Denominator,

    /// <summary>Of a growth, what was in the period right before.</summary>
    Before,
}
