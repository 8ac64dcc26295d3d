namespace Sophia.Web.Dashboard;

/// <summary>How presets are called in addresses, and where they begin.</summary>
internal static class RangePresets
{
    /// <summary>The presets in the order in which they are offered.</summary>
    public static IReadOnlyList<RangePreset> All { get; } =
        [RangePreset.ThisMonth, RangePreset.Last3Months, RangePreset.Last12Months, RangePreset.ThisYear];

    /// <summary>The preset's name in an address.</summary>
    public static string Key(this RangePreset preset) => preset switch
    {
        RangePreset.ThisMonth => "this-month",
        RangePreset.Last3Months => "last-3-months",
        RangePreset.Last12Months => "last-12-months",
        RangePreset.ThisYear => "this-year",
    };

    /// <summary>The key of the preset's name among the page's texts.</summary>
    public static string TextKey(this RangePreset preset) => preset switch
    {
        RangePreset.ThisMonth => "range.thisMonth",
        RangePreset.Last3Months => "range.last3Months",
        RangePreset.Last12Months => "range.last12Months",
        RangePreset.ThisYear => "range.thisYear",
    };

    /// <summary>The first day of the preset.</summary>
    public static DateOnly Start(this RangePreset preset, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return preset switch
        {
            RangePreset.ThisMonth => month,
            RangePreset.Last3Months => month.AddMonths(-2),
            RangePreset.Last12Months => month.AddMonths(-11),
            RangePreset.ThisYear => new DateOnly(today.Year, 1, 1),
        };
    }
}
