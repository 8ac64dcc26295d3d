using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Imports;

/// <summary>What it means that a deal is in a stage.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StageMeaning>))]
public enum StageMeaning
{
    /// <summary>It is being pursued.</summary>
    Open,

    /// <summary>It is won.</summary>
    Won,

    /// <summary>It is lost.</summary>
    Lost,
}
