using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>What a period is held against.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Comparison>))]
public enum Comparison
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period right before, of the same length.</summary>
    PreviousPeriod,

    /// <summary>The same days a year earlier.</summary>
    PreviousYear,
}
