using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Charts;

/// <summary>How a value is to be taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChartTone>))]
public enum ChartTone
{
    /// <summary>Neither good nor bad.</summary>
    Plain,

    /// <summary>Good.</summary>
    Better,

    /// <summary>Bad.</summary>
    Worse,
}
