using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Discovery.Correlations;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Pages;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>What a finding means and where it leads.</summary>
internal static class FindingText
{
    private const string WinRate = "deals.winRate";

    /// <summary>Whether it is good or bad news.</summary>
    public static StatusLevel LevelOf(SalesFinding finding) => finding.Kind switch
    {
        FindingKind.LostCustomer => StatusLevel.Bad,
        FindingKind.Quarter or FindingKind.Seller or FindingKind.Part => finding.Effect < 1 ? StatusLevel.Bad : StatusLevel.Good,
    };

    /// <summary>The size of the effect in words: 45.0% fewer wins than expected.</summary>
    public static string Effect(IStringLocalizer text, SalesFinding finding) => finding.Kind switch
    {
        FindingKind.LostCustomer => text["finding.share", FigureText.Percent((decimal)finding.Effect)],
        FindingKind.Quarter or FindingKind.Seller or FindingKind.Part =>
            text[finding.Effect < 1 ? "finding.fewer" : "finding.more", FigureText.Percent((decimal)Math.Abs(finding.Effect - 1))],
    };

    /// <summary>Which metric goes before which: New deals, then Revenue 2 months later.</summary>
    public static string Pair(IStringLocalizer text, LaggedCorrelation found) => found.Lag == 0
        ? text["correlations.same", NameOf(text, found.Leading), NameOf(text, found.Following)]
        : text["correlations.later", NameOf(text, found.Leading), NameOf(text, found.Following), found.Lag];

    /// <summary>How closely, with the 95 % interval.</summary>
    public static string Strength(IStringLocalizer text, LaggedCorrelation found) =>
        text["correlations.strength", Coefficient(text, found.Correlation), Coefficient(text, found.Lower), Coefficient(text, found.Upper)];

    private static string Coefficient(IStringLocalizer text, double value) => FigureText.Write(text, (decimal)value, MetricUnit.Number, null);

    private static string NameOf(IStringLocalizer text, string metric) => text.Name(metric, MetricCatalog.Find(metric)?.Name ?? metric);

    /// <summary>The rows that it speaks of: the closed deals of the quarter, seller or part, or the customer. Null where it names none of them.</summary>
    /// <param name="item">The finding.</param>
    /// <param name="today">The present UTC day.</param>
    public static string? AddressOf(FindingItem item, DateOnly today)
    {
        var finding = item.Finding;
        // As far back as the rows can be asked for.
        var whole = new DateRange(today.AddYears(-10).AddDays(1), today);
        return finding.Kind switch
        {
            FindingKind.LostCustomer => finding.Evidence is [{ Connection: var connection }, ..]
                ? $"/customers/{Uri.EscapeDataString(connection)}/{Uri.EscapeDataString(finding.Subject)}" : null,
            FindingKind.Quarter => DateOnly.TryParseExact(finding.Subject, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? RowsQuery.AddressOf(WinRate, new(first, first.AddMonths(3).AddDays(-1))) : null,
            // Metrics know sellers by name.
            FindingKind.Seller => item.SubjectName is { } seller ? RowsQuery.AddressOf(WinRate, whole, new MetricFilter(Dimension.Seller, [seller])) : null,
            FindingKind.Part => finding.Subject.Split(": ", 2) is [var dimension, var member]
                && Enum.TryParse<Dimension>(dimension.Replace(" ", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var known)
                ? RowsQuery.AddressOf(WinRate, whole, new MetricFilter(known, [member])) : null,
        };
    }
}
