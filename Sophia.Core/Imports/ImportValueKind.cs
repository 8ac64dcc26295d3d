using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Imports;

/// <summary>How the cells of a field are read.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ImportValueKind>))]
public enum ImportValueKind
{
    /// <summary>As they are.</summary>
    Text,

    /// <summary>As numbers, with or without a currency.</summary>
    Number,

    /// <summary>As dates, with or without a time of day.</summary>
    Date,

    /// <summary>As yes or no.</summary>
    YesNo,

    /// <summary>As a length of time: seconds, m:ss or h:mm:ss.</summary>
    Duration,
}
