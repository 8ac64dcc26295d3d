using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>Facts that belong together: they come from the same kind of system and share their rollups.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FactFamily>))]
public enum FactFamily
{
    /// <summary>Deals, their stages and accounts.</summary>
    Sales,

    /// <summary>Conversations and what was said in them.</summary>
    Calls,

    /// <summary>Who works and worked here.</summary>
    People,

    /// <summary>Answers to satisfaction surveys.</summary>
    Surveys,
}
