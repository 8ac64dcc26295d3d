namespace Sophia.Core.Imports;

/// <summary>The forms of dates that exports use, as .NET writes them; a time of day may follow each.</summary>
public static class ImportDates
{
    /// <summary>Year, month, day, with or without a time of day and an offset.</summary>
    public const string Iso = "yyyy-MM-dd";

    /// <summary>All of them; where cells leave a choice, the earlier one is taken.</summary>
    public static IReadOnlyList<string> Forms { get; } =
        [Iso, "M/d/yyyy", "d.M.yyyy", "d/M/yyyy", "M-d-yyyy", "MMM d, yyyy", "d MMM yyyy", "d-MMM-yyyy", "yyyy/M/d", "d.M.yy", "M/d/yy"];
}
