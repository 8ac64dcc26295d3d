using System.Globalization;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The query of a list call, checked.</summary>
internal sealed record ListRequest(int Limit, long After, string[] Properties, string[] WithHistory, bool Associations, bool Archived)
{
    private const int MostObjects = 100;
    private const int MostObjectsWithHistory = 50;

    /// <summary>Reads the query of objects, of which a page has 10 unless told.</summary>
    public static ListRequest? Read(IQueryCollection query, out HubSpotError? error) =>
        Read(query, 10, MostObjects, out error);

    /// <summary>Reads a query; nothing, and the reason, when it is not valid.</summary>
    public static ListRequest? Read(IQueryCollection query, int usualLimit, int mostObjects, out HubSpotError? error)
    {
        error = null;
        string[] withHistory = Names(query, "propertiesWithHistory");
        var most = withHistory.Length > 0 ? MostObjectsWithHistory : mostObjects;
        var limit = usualLimit;
        var after = 0L;
        if (query.TryGetValue("limit", out var asked)
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > most))
        {
            error = HubSpotError.Invalid($"limit must be between 1 and {most}{(withHistory.Length > 0 ? " when propertiesWithHistory is asked" : "")}, was '{asked}'.");
        }
        else if (query.TryGetValue("after", out var cursor)
            && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            error = HubSpotError.Invalid($"after must be a cursor that a page gave, was '{cursor}'.");
        }

        return error is not null ? null : new ListRequest(
            limit,
            after,
            [.. Names(query, "properties"), .. withHistory],
            [.. withHistory.Distinct(StringComparer.Ordinal)],
            Names(query, "associations").Any(name => name is "companies" or "company"),
            query.TryGetValue("archived", out var archived) && string.Equals(archived, "true", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Comma lists and repeated parameters both occur.</summary>
    private static string[] Names(IQueryCollection query, string key) =>
        [.. query[key].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
