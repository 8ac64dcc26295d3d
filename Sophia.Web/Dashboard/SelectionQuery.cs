namespace Sophia.Web.Dashboard;

/// <summary>The parts of a page's address that choose what it shows.</summary>
/// <param name="Range">A preset's key.</param>
/// <param name="From">The first day (yyyy-MM-dd); wins over <paramref name="Range"/>.</param>
/// <param name="To">The last day (yyyy-MM-dd).</param>
/// <param name="Compare">previousPeriod or previousYear; null for the former.</param>
/// <param name="Regions">Regions; null or empty for all.</param>
/// <param name="Departments">Departments; null or empty for all.</param>
public sealed record SelectionQuery(
    string? Range = null, string? From = null, string? To = null, string? Compare = null,
    IReadOnlyList<string>? Regions = null, IReadOnlyList<string>? Departments = null)
{
    /// <summary>A text that is equal for equal addresses; wrong values keep their text in it.</summary>
    public string Key => string.Join('|', [Range, From, To, Compare, .. Regions ?? [], "|", .. Departments ?? []]);
}
