using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Charts;

/// <summary>How a chart is drawn.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChartKind>))]
public enum ChartKind
{
    /// <summary>A course over time as a line with the ground filled, and a compared course as a dashed line.</summary>
    Area,

    /// <summary>One bar below the other, each with its name and value.</summary>
    Bars,

    /// <summary>How one amount became another, one floating bar below the other: the first and the last value are levels, those between are added.</summary>
    Waterfall,

    /// <summary>Shares that came over the shares that were promised, both from 0 to 1, with the line on which they are equal.</summary>
    Calibration,
}
