using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Sales.History;

/// <summary>How a deal stood at a moment.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DealOutcome>))]
public enum DealOutcome
{
    /// <summary>Still being pursued.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}
