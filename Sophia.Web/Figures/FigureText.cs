using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>Writes figures as the viewer's language does. Unknown is a dash, never a zero.</summary>
internal static class FigureText
{
    /// <summary>What stands where there is no data.</summary>
    public const string NoData = "—";

    private const string Minus = "−";

    private static NumberFormatInfo Numbers => CultureInfo.CurrentCulture.NumberFormat;

    /// <summary>The whole figure: $48,324,118, 1,204, 31.5%, 42 days.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="value">The value, or null where there is no data.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="currency">The ISO 4217 code of an amount of money.</param>
    public static string Write(IStringLocalizer text, decimal? value, MetricUnit unit, string? currency) => value is { } known
        ? Sign(known) + Unsigned(text, Math.Abs(known), unit, currency)
        : NoData;

    /// <summary>A short form for labels in charts: $48.3M, 1.2K.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="value">The value, or null where there is no data.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="currency">The ISO 4217 code of an amount of money.</param>
    public static string WriteShort(IStringLocalizer text, decimal? value, MetricUnit unit, string? currency) => (value, unit) switch
    {
        (null, _) => NoData,
        ({ } known, MetricUnit.Money) => Sign(known) + Money(Scaled(text, Math.Abs(known)), currency),
        ({ } known, MetricUnit.Count) => Sign(known) + Scaled(text, Math.Abs(known)),
        ({ } known, MetricUnit.Ratio or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours or MetricUnit.Number) => Write(text, known, unit, currency),
    };

    /// <summary>A share in percent with one digit after the point: 12.4%.</summary>
    /// <param name="share">The share, 0.124 for 12.4 %; not negative.</param>
    public static string Percent(decimal share)
    {
        var number = (share * 100).ToString("N1", Numbers);
        return Numbers.PercentPositivePattern switch
        {
            0 => number + "\u00a0%",
            2 => "%" + number,
            3 => "%\u00a0" + number,
            _ => number + "%",
        };
    }

    /// <summary>The sign by which people know a currency, or its code.</summary>
    /// <param name="currency">The ISO 4217 code.</param>
    public static string CurrencySign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        _ => currency,
    };

    private static string Unsigned(IStringLocalizer text, decimal value, MetricUnit unit, string? currency) => unit switch
    {
        MetricUnit.Money => Money(value.ToString("N0", Numbers), currency),
        MetricUnit.Count => value.ToString("#,0.##", Numbers),
        MetricUnit.Ratio => Percent(value),
        MetricUnit.Days => text[value == 1 ? "unit.day" : "unit.days", value.ToString("N1", Numbers)],
        MetricUnit.Minutes => text["unit.minutes", value.ToString("N1", Numbers)],
        MetricUnit.Hours => text["unit.hours", value.ToString("N1", Numbers)],
        MetricUnit.Number => value.ToString("N2", Numbers),
    };

    private static string Money(string number, string? currency)
    {
        if (currency is null)
        {
            return number;
        }

        var sign = CurrencySign(currency);
        return Numbers.CurrencyPositivePattern switch
        {
            1 => number + sign,
            3 => number + "\u00a0" + sign,
            // A code before the number needs room that a sign does not.
            0 when sign != currency => sign + number,
            _ => sign + "\u00a0" + number,
        };
    }

    private static string Scaled(IStringLocalizer text, decimal value) => value switch
    {
        >= 999_950_000 => text["unit.billions", (value / 1_000_000_000).ToString("N1", Numbers)],
        >= 999_950 => text["unit.millions", (value / 1_000_000).ToString("N1", Numbers)],
        >= 1_000 => text["unit.thousands", (value / 1_000).ToString("N1", Numbers)],
        _ => value.ToString("N0", Numbers),
    };

    private static string Sign(decimal value) => value < 0 ? Minus : string.Empty;
}
