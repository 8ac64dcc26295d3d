using System.Text.Json.Serialization;

namespace Sophia.Core.Dashboard;

/// <summary>How far the figures can be relied on as of now.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FreshnessStatus>))]
public enum FreshnessStatus
{
    /// <summary>No source has delivered anything yet.</summary>
    NoData,

    /// <summary>The history of a source is still being loaded: figures are incomplete.</summary>
    Loading,

    /// <summary>Every source was looked at within the promised time.</summary>
    Fresh,

    /// <summary>A source was not reached within the promised time: figures may be out of date.</summary>
    Stale,
}
