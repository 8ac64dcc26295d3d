using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Churn.Features;

/// <summary>How a column is read.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FeatureKind>))]
public enum FeatureKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Dates, as days before the day that the table describes.</summary>
    Date,

    /// <summary>Words.</summary>
    Category,
}
