using Microsoft.Extensions.Localization;
using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What the page shows, as its address says it.</summary>
public sealed record DashboardSelection
{
    /// <summary>The named range, or null where the days are given.</summary>
    public RangePreset? Preset { get; private init; } = RangePreset.Last12Months;

    /// <summary>The first day as written in the address, of a range without a name.</summary>
    public string? From { get; private init; }

    /// <summary>The last day as written in the address, of a range without a name.</summary>
    public string? To { get; private init; }

    /// <summary>What the period is held against.</summary>
    public Comparison Compare { get; private init; } = Comparison.PreviousPeriod;

    /// <summary>What is wrong with the address besides its days; empty where nothing is.</summary>
    public IReadOnlyList<UnknownChoice> Unknown { get; private init; } = [];

    /// <summary>Reads the address's query.</summary>
    /// <param name="range">A preset's key.</param>
    /// <param name="from">The first day (yyyy-MM-dd); wins over <paramref name="range"/>.</param>
    /// <param name="to">The last day (yyyy-MM-dd).</param>
    /// <param name="compare">previousPeriod or previousYear; null for the former.</param>
    public static DashboardSelection Read(string? range, string? from, string? to, string? compare)
    {
        var unknown = new List<UnknownChoice>();
        var compared = compare switch
        {
            null or "" or "previousPeriod" => Comparison.PreviousPeriod,
            "previousYear" => Comparison.PreviousYear,
            _ => Refuse(unknown, new("address.noComparison", compare, "previousPeriod, previousYear"), Comparison.PreviousPeriod),
        };
        if (!string.IsNullOrEmpty(from) || !string.IsNullOrEmpty(to))
        {
            return new() { Preset = null, From = from, To = to, Compare = compared, Unknown = [.. unknown] };
        }

        RangePreset? preset = string.IsNullOrEmpty(range)
            ? RangePreset.Last12Months
            : RangePresets.All.Cast<RangePreset?>().FirstOrDefault(preset => preset!.Value.Key() == range);
        preset ??= Refuse(
            unknown, new("address.noRange", range!, string.Join(", ", RangePresets.All.Select(static known => known.Key()))), RangePreset.Last12Months);
        return new() { Preset = preset, Compare = compared, Unknown = [.. unknown] };
    }

    /// <summary>The address that leads to this selection; what is usual goes without saying.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Preset is { } preset && preset != RangePreset.Last12Months)
            {
                parts.Add("range=" + preset.Key());
            }

            Add(parts, "from", From);
            Add(parts, "to", To);
            Add(parts, "compare", Compare == Comparison.PreviousYear ? "previousYear" : null);
            return parts.Count == 0 ? "/" : "/?" + string.Join('&', parts);
        }
    }

    /// <summary>The same with a named range.</summary>
    public DashboardSelection With(RangePreset preset) => new() { Preset = preset, Compare = Compare };

    /// <summary>The same with another comparison.</summary>
    public DashboardSelection With(Comparison compare) => new() { Preset = Preset, From = From, To = To, Compare = compare };

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

    private static T Refuse<T>(List<UnknownChoice> unknown, UnknownChoice reason, T instead)
    {
        unknown.Add(reason);
        return instead;
    }

    private static void Add(List<string> parts, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            parts.Add(name + "=" + Uri.EscapeDataString(value));
        }
    }
}
