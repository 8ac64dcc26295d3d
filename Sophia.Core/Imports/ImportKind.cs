using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Imports;

/// <summary>What a file holds.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ImportKind>))]
public enum ImportKind
{
    /// <summary>Sales being pursued, won or lost.</summary>
    Deals,

    /// <summary>Calls that were held.</summary>
    Calls,

    /// <summary>People who work or worked here.</summary>
    Employees,
}
