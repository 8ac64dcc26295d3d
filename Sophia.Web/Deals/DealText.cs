using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Deals;

/// <summary>Puts what is expected of deals into words.</summary>
internal static class DealText
{
    // What the model tells deals apart by, as its features begin; the names that follow differ from company to company.
    private static readonly string[] s_kinds =
    [
        "age", "time in stage", "amount", "no amount", "share of its life in this stage", "stages seen", "stage", "product", "region", "segment", "seller",
    ];

    /// <summary>The page of a deal.</summary>
    public static string AddressOf(DealOutlook deal) => $"/deals/{Uri.EscapeDataString(deal.Connection)}/{Uri.EscapeDataString(deal.Id)}";

    /// <summary>Its title, or what stands for one.</summary>
    public static string Name(DealOutlook deal) => deal.Name ?? deal.Id;

    /// <summary>Its value, or a dash where nobody has estimated it.</summary>
    public static string Amount(IStringLocalizer text, DealOutlook deal) => FigureText.Write(text, deal.Amount, MetricUnit.Money, deal.Currency);

    /// <summary>A moment's day, or a dash.</summary>
    public static string Day(IStringLocalizer text, DateTimeOffset? moment) =>
        moment is { } at ? PeriodText.Day(text, DateOnly.FromDateTime(at.UtcDateTime)) : FigureText.NoData;

    /// <summary>How a risk that a deal slips is to be taken: most deals slip, so only a high risk is bad.</summary>
    public static StatusLevel LevelOfSlip(double risk) => risk switch
    {
        > 0.9 => StatusLevel.Bad,
        > 0.6 => StatusLevel.Warning,
        _ => StatusLevel.Neutral,
    };

    /// <summary>A kind of warning as the address says it.</summary>
    public static string Key(DealWarningKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>
    /// What moves a deal's chance. The model has a column for each seller, stage and so on; to a reader they are one reason, since
    /// not being another seller's deal says no more than being this one's.
    /// </summary>
    public static IEnumerable<(string Label, string? Detail, double LogOdds)> Reasons(IStringLocalizer text, DealOutlook deal, DateTimeOffset now) => deal.Prediction!.Chance.Reasons
        .GroupBy(static reason => KindOf(reason.Feature), StringComparer.Ordinal)
        .Select(group => (
            text["dealReason." + group.Key.Replace(' ', '_')] is { ResourceNotFound: false, Value: var label } ? label : group.Key,
            DetailOf(text, deal, group.Key, now),
            group.Sum(static reason => reason.LogOdds)));

    private static string KindOf(string feature) => Array.Find(s_kinds, kind => kind == feature)
        ?? Array.Find(s_kinds, kind => feature.StartsWith(kind + " ", StringComparison.Ordinal))
        ?? feature;

    private static string? DetailOf(IStringLocalizer text, DealOutlook deal, string kind, DateTimeOffset now) => kind switch
    {
        "age" => text["age.days", ((int)(now - deal.CreatedAt).TotalDays).ToString("N0", CultureInfo.CurrentCulture)],
        "amount" when deal.Amount is not null => Amount(text, deal),
        "stage" => deal.Stage,
        "region" => deal.Region,
        _ => null,
    };
}
