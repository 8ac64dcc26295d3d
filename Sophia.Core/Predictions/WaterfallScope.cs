using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Predictions;

/// <summary>Which open deals a waterfall is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<WaterfallScope>))]
public enum WaterfallScope
{
    /// <summary>Those that are promised for the period.</summary>
    Period,

    /// <summary>All, whenever they are promised and also where they are not: the end is the metric <c>pipeline.open</c>.</summary>
    All,
}
