using System.Globalization;
using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>Writes figures as people read them. Unknown is a dash, never a zero.</summary>
internal static class FigureText
{
    /// <summary>What stands where there is no data.</summary>
    public const string NoData = "—";

    private const string Minus = "−";

    // The invariant culture writes English figures and exists on machines without ICU, too.
    internal static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The whole figure: $48,324,118, 1,204, 31.5%, 42 days.</summary>
    /// <param name="value">The value, or null where there is no data.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="currency">The ISO 4217 code of an amount of money.</param>
    public static string Write(decimal? value, MetricUnit unit, string? currency) => value is { } known
        ? Sign(known) + Unsigned(Math.Abs(known), unit, currency)
        : NoData;

    /// <summary>A short form for labels in charts: $48.3M, 1.2K.</summary>
    /// <param name="value">The value, or null where there is no data.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="currency">The ISO 4217 code of an amount of money.</param>
    public static string WriteShort(decimal? value, MetricUnit unit, string? currency) => (value, unit) switch
    {
        (null, _) => NoData,
        ({ } known, MetricUnit.Money) => Sign(known) + CurrencySign(currency) + Scaled(Math.Abs(known)),
        ({ } known, MetricUnit.Count) => Sign(known) + Scaled(Math.Abs(known)),
        ({ } known, MetricUnit.Ratio or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours or MetricUnit.Number) => Write(known, unit, currency),
    };

    /// <summary>The sign or code that goes before an amount of money.</summary>
    /// <param name="currency">The ISO 4217 code.</param>
    public static string CurrencySign(string? currency) => currency switch
    {
        null => string.Empty,
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        _ => currency + "\u00a0",
    };

    private static string Unsigned(decimal value, MetricUnit unit, string? currency) => unit switch
    {
        MetricUnit.Money => CurrencySign(currency) + value.ToString("#,0", Culture),
        MetricUnit.Count => value.ToString("#,0.##", Culture),
        MetricUnit.Ratio => (value * 100).ToString("#,0.0", Culture) + "%",
        MetricUnit.Days => value.ToString("#,0.0", Culture) + (value == 1 ? " day" : " days"),
        MetricUnit.Minutes => value.ToString("#,0.0", Culture) + " min",
        MetricUnit.Hours => value.ToString("#,0.0", Culture) + " h",
        MetricUnit.Number => value.ToString("#,0.00", Culture),
    };

    private static string Scaled(decimal value) => value switch
    {
        >= 999_950_000 => (value / 1_000_000_000).ToString("0.0", Culture) + "B",
        >= 999_950 => (value / 1_000_000).ToString("0.0", Culture) + "M",
        >= 1_000 => (value / 1_000).ToString("0.0", Culture) + "K",
        _ => value.ToString("0", Culture),
    };

    private static string Sign(decimal value) => value < 0 ? Minus : string.Empty;
}
