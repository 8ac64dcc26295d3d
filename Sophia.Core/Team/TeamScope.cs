using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Team;

/// <summary>Whom figures are about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TeamScope>))]
public enum TeamScope
{
    /// <summary>Everybody.</summary>
    Company,

    /// <summary>The people of one department.</summary>
    Department,
}
