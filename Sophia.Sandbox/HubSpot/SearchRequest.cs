using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The body of a search.</summary>
internal sealed class SearchRequest
{
    /// <summary>Any of the groups must match.</summary>
    public IReadOnlyList<SearchFilterGroup> FilterGroups { get; set; } = [];

    /// <summary>A property name (descending with a leading minus), or an object with <c>propertyName</c> and <c>direction</c>; one at most.</summary>
    public IReadOnlyList<JsonElement> Sorts { get; set; } = [];

    public IReadOnlyList<string> Properties { get; set; } = [];

    public int Limit { get; set; } = 10;

    /// <summary>How many results to skip.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? After { get; set; }
}
