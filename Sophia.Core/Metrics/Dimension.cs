using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>What a metric can be split by.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Dimension>))]
public enum Dimension
{
    /// <summary>What is being sold.</summary>
    ProductLine,

    /// <summary>The buying account's region.</summary>
    Region,

    /// <summary>The buying account's market segment.</summary>
    Segment,

    /// <summary>The pipeline stage, by its label, in pipeline order.</summary>
    Stage,
}
