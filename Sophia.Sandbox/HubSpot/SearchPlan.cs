using System.Globalization;
using System.Text.Json;
using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.HubSpot;

/// <summary>A search made ready to run over any object type.</summary>
internal sealed class SearchPlan
{
    private const int MostGroups = 5;
    private const int MostFilters = 10;
    private const int MostFiltersInAll = 25;
    private const int MostObjects = 200;
    private const int MostResults = 10_000;

    private readonly List<List<Func<ICrmObject, bool>>> _groups = [];
    private Func<ICrmObject, long> _sortKey = item => item.Id;
    private bool _descending;

    private SearchPlan(int skip, int limit) => (Skip, Limit) = (skip, limit);

    public int Skip { get; }

    public int Limit { get; }

    /// <summary>Checks a request against HubSpot's bounds; exactly one of the results is there.</summary>
    public static (SearchPlan? Plan, HubSpotError? Error) Make(SearchRequest request)
    {
        var skip = request.After ?? 0;
        if (request.Limit is < 1 or > MostObjects || skip < 0)
        {
            return (null, HubSpotError.Invalid($"limit must be between 1 and {MostObjects} and after not negative, were {request.Limit} and {skip}."));
        }

        if (skip + request.Limit > MostResults)
        {
            return (null, HubSpotError.Invalid($"A search reaches at most {MostResults} results; narrow its filters to read further."));
        }

        if (request.FilterGroups.Count > MostGroups
            || request.FilterGroups.Any(group => group.Filters.Count > MostFilters)
            || request.FilterGroups.Sum(group => group.Filters.Count) > MostFiltersInAll)
        {
            return (null, HubSpotError.Invalid($"At most {MostGroups} filter groups, {MostFilters} filters in each and {MostFiltersInAll} in all are allowed."));
        }

        var plan = new SearchPlan(skip, request.Limit);
        foreach (var group in request.FilterGroups)
        {
            List<Func<ICrmObject, bool>> conditions = [];
            foreach (var filter in group.Filters)
            {
                if (Condition(filter) is not { } condition)
                {
                    return (null, HubSpotError.Invalid($"The filter on '{filter.PropertyName}' with operator '{filter.Operator}' is not valid."));
                }

                conditions.Add(condition);
            }

            plan._groups.Add(conditions);
        }

        return plan.SortBy(request.Sorts) is { } error ? (null, error) : (plan, null);
    }

    /// <summary>The matching objects in the asked order; ties stand in the order of ids.</summary>
    public List<T> Run<T>(ObjectTable<T> table)
        where T : class, ICrmObject
    {
        List<T> found = [.. table.All.Where(item => item.ArchivedAt is null && Matches(item))];
        found.Sort((left, right) =>
        {
            var order = _sortKey(left).CompareTo(_sortKey(right));
            return order == 0 ? left.Id.CompareTo(right.Id) : _descending ? -order : order;
        });
        return found;
    }

    private static Func<ICrmObject, long>? KeyOf(string? property) => property switch
    {
        "hs_object_id" => item => item.Id,
        "hs_lastmodifieddate" => item => item.ModifiedAt.ToUnixTimeMilliseconds(),
        "createdate" => item => item.CreatedAt.ToUnixTimeMilliseconds(),
        _ => null,
    };

    private static Func<ICrmObject, bool>? Condition(SearchFilter filter)
    {
        if (KeyOf(filter.PropertyName) is not { } key)
        {
            return null;
        }

        if (filter.Operator is "IN")
        {
            long?[] values = [.. (filter.Values ?? []).Select(Number)];
            var allowed = values.OfType<long>().ToHashSet();
            return values.Length == 0 || values.Contains(null) ? null : item => allowed.Contains(key(item));
        }

        if (Number(filter.Value) is not { } value)
        {
            return null;
        }

        return filter.Operator switch
        {
            "EQ" => item => key(item) == value,
            "GT" => item => key(item) > value,
            "GTE" => item => key(item) >= value,
            "LT" => item => key(item) < value,
            "LTE" => item => key(item) <= value,
            "BETWEEN" when Number(filter.HighValue) is { } high => item => key(item) >= value && key(item) <= high,
            _ => null,
        };
    }

    /// <summary>An id, milliseconds since 1970, or a date in ISO 8601.</summary>
    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUnixTimeMilliseconds()
        : null;

    private bool Matches(ICrmObject item) =>
        _groups.Count == 0 || _groups.Exists(group => group.TrueForAll(condition => condition(item)));

    private HubSpotError? SortBy(IReadOnlyList<JsonElement> sorts)
    {
        if (sorts.Count == 0)
        {
            return null;
        }

        var (property, descending) = sorts[0].ValueKind switch
        {
            JsonValueKind.String when sorts[0].GetString() is ['-', .. var name] => (name, true),
            JsonValueKind.String => (sorts[0].GetString(), false),
            JsonValueKind.Object => (Text(sorts[0], "propertyName"), Text(sorts[0], "direction") is "DESCENDING"),
            _ => (null, false),
        };
        if (sorts.Count > 1 || KeyOf(property) is not { } key)
        {
            return HubSpotError.Invalid("A search sorts by one of hs_lastmodifieddate, hs_object_id and createdate, and by one only.");
        }

        (_sortKey, _descending) = (key, descending);
        return null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
