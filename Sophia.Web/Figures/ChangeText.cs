using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>A metric's change in words.</summary>
/// <param name="Verdict">Whether it is good.</param>
/// <param name="Arrow">▲, ▼ or nothing.</param>
/// <param name="Amount">The change itself, for example <c>12.4% more</c>.</param>
/// <param name="Against">What it is held against, for example <c>vs previous year</c>.</param>
internal sealed record ChangeText(ChangeVerdict Verdict, string Arrow, string Amount, string Against)
{
    /// <summary>Puts a metric's change against one of its comparisons into words.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="comparison">What it is held against.</param>
    public static ChangeText? Of(IStringLocalizer text, MetricResult metric, MetricComparison comparison)
    {
        if (metric.Value is null)
        {
            return null;
        }

        var against = text[Key(comparison.Compare)];
        if (comparison.Suppressed)
        {
            return new(ChangeVerdict.Unknown, string.Empty, text["withheld"], against);
        }

        if (comparison.Value is not { } previous)
        {
            return new(ChangeVerdict.Unknown, string.Empty, text["change.nothing"], against);
        }

        if (comparison.Change is not { } change)
        {
            return new(ChangeVerdict.Unknown, string.Empty, text["change.was", FigureText.Write(text, previous, metric.Unit, metric.Currency)], against);
        }

        // A plain number says its difference as it is, everything else in percent or in points of it.
        var shown = Math.Round(Math.Abs(change), metric.Unit == MetricUnit.Number ? 2 : 3, MidpointRounding.AwayFromZero);
        if (shown == 0)
        {
            return new(ChangeVerdict.Unchanged, string.Empty, text["change.unchanged"], against);
        }

        var up = change > 0;
        return new(Judge(metric.GoodDirection, up), up ? "▲" : "▼", AmountOf(text, shown, metric.Unit, up), against);
    }

    /// <summary>The key of a comparison's name as it stands behind a change.</summary>
    public static string Key(Comparison comparison) => comparison switch
    {
        Comparison.PreviousYear => "selection.previousYear",
        Comparison.PreviousPeriod or Comparison.None => "selection.previousPeriod",
    };

    /// <summary>The verdict as a word, for those who do not see the colour.</summary>
    /// <param name="text">The page's texts.</param>
    public string VerdictWord(IStringLocalizer text) => Verdict switch
    {
        ChangeVerdict.Better => text["change.better"],
        ChangeVerdict.Worse => text["change.worse"],
        ChangeVerdict.Unchanged or ChangeVerdict.Unknown => string.Empty,
    };

    private static string AmountOf(IStringLocalizer text, decimal shown, MetricUnit unit, bool up) => unit switch
    {
        MetricUnit.Money or MetricUnit.Hours => text[up ? "change.more" : "change.less", FigureText.Percent(shown)],
        MetricUnit.Count => text[up ? "change.more" : "change.fewer", FigureText.Percent(shown)],
        MetricUnit.Ratio => text[up ? "change.pointsHigher" : "change.pointsLower", (shown * 100).ToString("N1", CultureInfo.CurrentCulture)],
        MetricUnit.Number => text[up ? "change.higher" : "change.lower", shown.ToString("N2", CultureInfo.CurrentCulture)],
        MetricUnit.Days or MetricUnit.Minutes => text[up ? "change.longer" : "change.shorter", FigureText.Percent(shown)],
    };

    /// <summary>Whether a movement is the one that should be.</summary>
    public static ChangeVerdict Judge(GoodDirection good, bool up) => good switch
    {
        GoodDirection.Up => up ? ChangeVerdict.Better : ChangeVerdict.Worse,
        GoodDirection.Down => up ? ChangeVerdict.Worse : ChangeVerdict.Better,
        GoodDirection.Neither => ChangeVerdict.Unknown,
    };
}
