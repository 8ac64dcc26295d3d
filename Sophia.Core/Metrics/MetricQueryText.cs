using System.Globalization;

namespace Sophia.Core.Metrics;

/// <summary>
/// A metric query as people and programs write it: in a URL, a socket message, an export's settings. Turned into a
/// <see cref="MetricQuery"/> here and nowhere else, so that the same text means the same everywhere.
/// </summary>
public sealed record MetricQueryText
{
    // Three years of history and as much again for the comparison fit well below.
    private const int LongestRangeInDays = 3660;

    /// <summary>Metric keys or patterns; null or empty for all metrics.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>The first day (yyyy-MM-dd); null for the first of the month eleven months before <see cref="To"/>.</summary>
    public string? From { get; init; }

    /// <summary>The last day (yyyy-MM-dd); null for today.</summary>
    public string? To { get; init; }

    /// <summary>day, week, month or quarter; null for the one that suits the range.</summary>
    public string? Granularity { get; init; }

    /// <summary>A dimension's name, for example region; null for the whole.</summary>
    public string? GroupBy { get; init; }

    /// <summary>none, previousPeriod or previousYear, or several with commas; null for none.</summary>
    public string? Compare { get; init; }

    /// <summary>What to keep, for example <c>region:EMEA,region:APAC,department:Sales</c>; null for everything.</summary>
    public string? Filter { get; init; }

    /// <summary>The query, or what is wrong with the text, per field.</summary>
    /// <param name="today">The present UTC day.</param>
    /// <param name="query">The query; null where the result is not empty.</param>
    public IReadOnlyDictionary<string, string[]> Parse(DateOnly today, out MetricQuery? query)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var to = ParseDay(To, "to", errors) ?? today;
        var from = ParseDay(From, "from", errors) ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-11);
        var range = new DateRange(from, to);
        if (errors.Count == 0 && from > to)
        {
            errors["from"] = [$"'from' ({from:yyyy-MM-dd}) is after 'to' ({to:yyyy-MM-dd})."];
        }
        else if (errors.Count == 0 && range.Days > LongestRangeInDays)
        {
            errors["from"] = [$"The range has {range.Days} days; at most {LongestRangeInDays} are answered."];
        }

        var granularity = ParseName<Granularity>(Granularity, "granularity", errors) ?? TimeBuckets.Suited(range);
        var comparisons = ParseComparisons(errors);
        var filters = ParseFilters(errors);
        var groupBy = ParseName<Dimension>(GroupBy, "groupBy", errors);
        var metrics = ParseMetrics(groupBy, errors);
        RefuseUnknownSplit(metrics, groupBy, errors);
        if (errors.Count == 0 && TimeBuckets.Count(range, granularity) > TimeBuckets.Limit)
        {
            errors["granularity"] = [$"The range would give more than {TimeBuckets.Limit} points; ask for a coarser granularity."];
        }

        query = errors.Count > 0 ? null : new MetricQuery
        {
            Metrics = metrics, Range = range, Granularity = granularity, Comparisons = comparisons, GroupBy = groupBy, Filters = filters,
        };
        return errors;
    }

    private List<Comparison> ParseComparisons(SortedDictionary<string, string[]> errors)
    {
        var comparisons = new List<Comparison>();
        foreach (var name in Compare?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (ParseName<Comparison>(name, "compare", errors) is { } comparison and not Comparison.None && !comparisons.Contains(comparison))
            {
                comparisons.Add(comparison);
            }
        }

        return comparisons;
    }

    private IReadOnlyList<MetricFilter> ParseFilters(SortedDictionary<string, string[]> errors)
    {
        var wrong = new List<string>();
        var filters = MetricFilterText.Parse(Filter, wrong);
        if (wrong.Count > 0)
        {
            errors["filter"] = [.. wrong];
        }

        return filters;
    }

    // A metric that a pattern names is left out where it cannot be split; one that is named by its key is refused.
    private List<MetricDefinition> ParseMetrics(Dimension? groupBy, SortedDictionary<string, string[]> errors)
    {
        var patterns = Metrics is { Count: > 0 } ? Metrics : ["*"];
        var unknown = patterns.Where(static pattern => MetricCatalog.Match(pattern).Count == 0).ToArray();
        if (unknown.Length > 0)
        {
            var known = string.Join(", ", MetricCatalog.All.Select(static metric => metric.Key));
            errors["metrics"] = [.. unknown.Select(pattern => $"There is no metric '{pattern}'. There are: {known}.")];
        }

        var named = patterns.ToHashSet(StringComparer.Ordinal);
        var metrics = patterns.SelectMany(MetricCatalog.Match).Distinct().ToList();
        var split = metrics.FindAll(metric => groupBy is not { } dimension || metric.Dimensions.Contains(dimension) || named.Contains(metric.Key));
        return split.Count > 0 ? split : metrics;
    }

    private static void RefuseUnknownSplit(
        List<MetricDefinition> metrics, Dimension? groupBy, SortedDictionary<string, string[]> errors)
    {
        if (groupBy is { } dimension && metrics.Where(metric => !metric.Dimensions.Contains(dimension)).ToArray() is { Length: > 0 } unsplit)
        {
            errors["groupBy"] = [.. unsplit.Select(metric => $"'{metric.Key}' cannot be split by {ToName(dimension)}.")];
        }
    }

    private static DateOnly? ParseDay(string? text, string field, SortedDictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // The outermost centuries are left out so that comparisons and bucket ends cannot overflow the calendar.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2999)
        {
            return day;
        }

        errors[field] = [$"'{text}' is not a day between 1900-01-01 and 2999-12-31 written as yyyy-MM-dd."];
        return null;
    }

    private static TEnum? ParseName<TEnum>(string? text, string field, SortedDictionary<string, string[]> errors)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        errors[field] = [$"'{text}' is none of: {string.Join(", ", Enum.GetValues<TEnum>().Select(ToName))}."];
        return null;
    }

    private static string ToName<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
