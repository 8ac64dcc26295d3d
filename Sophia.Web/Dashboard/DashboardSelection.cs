using Microsoft.Extensions.Localization;
using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What a page of figures shows, as its address says it.</summary>
public sealed record DashboardSelection
{
    /// <summary>The page's address without a selection.</summary>
    public string Path { get; private init; } = "/";

    /// <summary>The named range, or null where the days are given.</summary>
    public RangePreset? Preset { get; private init; } = RangePreset.Last12Months;

    /// <summary>The first day as written in the address, of a range without a name.</summary>
    public string? From { get; private init; }

    /// <summary>The last day as written in the address, of a range without a name.</summary>
    public string? To { get; private init; }

    /// <summary>What the period is held against in the first place.</summary>
    public Comparison Compare { get; private init; } = Comparison.PreviousPeriod;

    /// <summary>The regions chosen, in order; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; private init; } = [];

    /// <summary>The departments chosen, in order; empty for all.</summary>
    public IReadOnlyList<string> Departments { get; private init; } = [];

    /// <summary>What is wrong with the address besides its days; empty where nothing is.</summary>
    public IReadOnlyList<UnknownChoice> Unknown { get; private init; } = [];

    /// <summary>Reads an address's query.</summary>
    /// <param name="query">The query's parts.</param>
    /// <param name="path">The address without it.</param>
    public static DashboardSelection Read(SelectionQuery query, string path = "/")
    {
        var unknown = new List<UnknownChoice>();
        var compared = query.Compare switch
        {
            null or "" or "previousPeriod" => Comparison.PreviousPeriod,
            "previousYear" => Comparison.PreviousYear,
            _ => Refuse(unknown, new("address.noComparison", query.Compare, "previousPeriod, previousYear"), Comparison.PreviousPeriod),
        };
        var selection = new DashboardSelection
        {
            Path = path, Compare = compared, Regions = InOrder(query.Regions), Departments = InOrder(query.Departments),
        };
        if (!string.IsNullOrEmpty(query.From) || !string.IsNullOrEmpty(query.To))
        {
            return selection with { Preset = null, From = query.From, To = query.To, Unknown = [.. unknown] };
        }

        RangePreset? preset = string.IsNullOrEmpty(query.Range)
            ? RangePreset.Last12Months
            : RangePresets.All.Cast<RangePreset?>().FirstOrDefault(preset => preset!.Value.Key() == query.Range);
        preset ??= Refuse(
            unknown, new("address.noRange", query.Range!, string.Join(", ", RangePresets.All.Select(static known => known.Key()))), RangePreset.Last12Months);
        return selection with { Preset = preset, Unknown = [.. unknown] };
    }

    /// <summary>The address that leads to this selection; what is usual goes without saying.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string>();
            Add(parts, "range", Preset is { } preset && preset != RangePreset.Last12Months ? preset.Key() : null);
            Add(parts, "from", From);
            Add(parts, "to", To);
            Add(parts, "compare", Compare == Comparison.PreviousYear ? "previousYear" : null);
            Add(parts, "region", [.. Regions]);
            Add(parts, "department", [.. Departments]);
            return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts)}";
        }
    }

    /// <summary>What the figures are filtered by; empty for nothing.</summary>
    public IReadOnlyList<MetricFilter> Filters =>
    [
        .. Regions.Count > 0 ? [new MetricFilter(Dimension.Region, Regions)] : Array.Empty<MetricFilter>(),
        .. Departments.Count > 0 ? [new MetricFilter(Dimension.Department, Departments)] : Array.Empty<MetricFilter>(),
    ];

    /// <summary>The same with a named range.</summary>
    public DashboardSelection With(RangePreset preset) => this with { Preset = preset, From = null, To = null, Unknown = [] };

    /// <summary>The same with another comparison.</summary>
    public DashboardSelection With(Comparison compare) => this with { Compare = compare };

    /// <summary>The same with a region more, or without it where it was chosen.</summary>
    public DashboardSelection ToggleRegion(string region) => this with { Regions = Toggle(Regions, region) };

    /// <summary>The same with a department more, or without it where it was chosen.</summary>
    public DashboardSelection ToggleDepartment(string department) => this with { Departments = Toggle(Departments, department) };

    /// <summary>The same of all regions.</summary>
    public DashboardSelection OfAllRegions => this with { Regions = [] };

    /// <summary>The same of all departments.</summary>
    public DashboardSelection OfAllDepartments => this with { Departments = [] };

    /// <summary>The selection's days, or null with the reasons in <paramref name="errors"/>.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="today">The present UTC day.</param>
    /// <param name="errors">What is wrong with the address.</param>
    public DateRange? Resolve(IStringLocalizer text, DateOnly today, out IReadOnlyList<string> errors)
    {
        var asked = new MetricQueryText
        {
            From = Preset is { } preset ? PresetStart(preset, today) : From,
            To = To,
        };
        errors = [.. Unknown.Select(choice => text[choice.TextKey, choice.Word, choice.Known].Value), .. asked.Parse(today, out var query).Values.SelectMany(static field => field)];
        return errors.Count == 0 ? query!.Range : null;
    }

    internal static string PresetStart(RangePreset preset, DateOnly today) =>
        preset.Start(today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string[] InOrder(IEnumerable<string>? members) => [.. (members ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] Toggle(IReadOnlyList<string> chosen, string member) =>
        InOrder(chosen.Contains(member, StringComparer.Ordinal) ? chosen.Where(other => other != member) : chosen.Append(member));

    private static T Refuse<T>(List<UnknownChoice> unknown, UnknownChoice reason, T instead)
    {
        unknown.Add(reason);
        return instead;
    }

    private static void Add(List<string> parts, string name, params IEnumerable<string?> values) =>
        parts.AddRange(values.Where(static value => !string.IsNullOrEmpty(value)).Select(value => name + "=" + Uri.EscapeDataString(value!)));
}
