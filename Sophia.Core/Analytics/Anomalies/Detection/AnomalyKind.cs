using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>What about the series is unlike its past; where several things are, the most surprising.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnomalyKind>))]
public enum AnomalyKind
{
    /// <summary>A single value above what was expected.</summary>
    Spike,

    /// <summary>A single value below what was expected.</summary>
    Drop,

    /// <summary>The recent values as a whole lie elsewhere.</summary>
    LevelShift,

    /// <summary>The series moves more, or less, from row to row than it used to.</summary>
    VarianceChange,

    /// <summary>The latest stretch has a shape not seen before.</summary>
    PatternChange,
}
