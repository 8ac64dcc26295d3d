using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Churn;

/// <summary>How far something has moved since a model was trained, in a word. Worse ones are greater.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DriftVerdict>))]
public enum DriftVerdict
{
    /// <summary>The stability index is below 0.1, or no larger than what comes about by chance.</summary>
    Stable,

    /// <summary>From 0.1 to 0.25: worth a look.</summary>
    Watch,

    /// <summary>Above 0.25: asks for a new training.</summary>
    Moved,
}
