using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Conversations;

/// <summary>With whom a call was held.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallType>))]
public enum CallType
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>With people outside.</summary>
    External,

    /// <summary>Among colleagues.</summary>
    Internal,
}
