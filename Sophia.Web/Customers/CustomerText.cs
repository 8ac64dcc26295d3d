using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Customers;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Customers;

/// <summary>Puts how customers are doing into words.</summary>
internal static class CustomerText
{
    /// <summary>The page of a customer.</summary>
    public static string AddressOf(CustomerOutlook customer) => $"/customers/{Uri.EscapeDataString(customer.Connection)}/{Uri.EscapeDataString(customer.Id)}";

    /// <summary>The company's name, or what stands for one.</summary>
    public static string Name(CustomerOutlook customer) => customer.Name ?? customer.Id;

    /// <summary>A band as the address says it.</summary>
    public static string Key(HealthBand band) => JsonNamingPolicy.CamelCase.ConvertName(band.ToString());

    /// <summary>How a band is to be taken.</summary>
    public static StatusLevel LevelOf(HealthBand band) => band switch
    {
        HealthBand.AtRisk => StatusLevel.Bad,
        HealthBand.Watch => StatusLevel.Warning,
        HealthBand.Healthy => StatusLevel.Good,
        HealthBand.Unknown => StatusLevel.Neutral,
    };

    /// <summary>A score from 0 to 100 without digits after the point, or a dash where it is unknown.</summary>
    public static string Score(double? score) => score?.ToString("N0", CultureInfo.CurrentCulture) ?? FigureText.NoData;

    /// <summary>A measure in its own unit, or a dash where it is unknown.</summary>
    public static string Measure(double? value) => value?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? FigureText.NoData;

    /// <summary>How much more a customer bought than before.</summary>
    public static string Growth(IStringLocalizer text, PurchaseExpansion more) => text["customers.grown", Value(more.Bought), Value(more.BoughtBefore)];

    /// <summary>What the customer has not bought and others have; empty where there is no such thing.</summary>
    public static string NextLine(IStringLocalizer text, PurchaseExpansion more) => more.ProductLine is { } line
        ? text["customers.nextLine", line, more.PeersWith.ToString("N0", CultureInfo.CurrentCulture), more.Peers.ToString("N0", CultureInfo.CurrentCulture)]
        : string.Empty;

    private static string Value(decimal value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>What a column of the customers' table is called, in the page's words where it has some.</summary>
    public static string Column(IStringLocalizer text, string column) =>
        text["churnReason." + column.Replace(' ', '_')] is { ResourceNotFound: false, Value: var label } ? label : column;

    /// <summary>What moves the risk of leaving, in the page's words where it has some.</summary>
    public static IEnumerable<(string Label, string? Detail, double LogOdds)> Reasons(IStringLocalizer text, ChurnScore churn) => churn.Reasons.Select(reason => (
        Column(text, reason.Column),
        (string?)(reason.Cell is not { } cell ? text["customers.nothingSaid"].Value
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Measure(number) : cell),
        reason.LogOdds));
}
