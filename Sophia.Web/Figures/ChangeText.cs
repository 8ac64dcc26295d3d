using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>A metric's change in words.</summary>
/// <param name="Verdict">Whether it is good.</param>
/// <param name="Arrow">▲, ▼ or nothing.</param>
/// <param name="Amount">The change itself, for example <c>12.4% more</c>.</param>
/// <param name="Against">What it is held against, for example <c>than Nov 2025</c>.</param>
internal sealed record ChangeText(ChangeVerdict Verdict, string Arrow, string Amount, string Against)
{
    /// <summary>Puts a metric's change into words.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="compared">The compared range, or null where nothing is compared.</param>
    public static ChangeText? Of(MetricResult metric, DateRange? compared)
    {
        if (compared is not { } range || metric.Value is null)
        {
            return null;
        }

        var isStock = MetricKind.IsStock(metric.Metric);
        var period = isStock ? PeriodText.Day(range.To) : PeriodText.Range(range);

        if (metric.Previous is not { } previous)
        {
            return new(ChangeVerdict.Unknown, string.Empty, "Nothing to compare with", $"no data for {period}");
        }

        if (metric.Change is not { } change)
        {
            return new(ChangeVerdict.Unknown, string.Empty,
                "was " + FigureText.Write(previous, metric.Unit, metric.Currency), (isStock ? "on " : "in ") + period);
        }

        var isNumber = metric.Unit == MetricUnit.Number;
        var shown = isNumber ? Math.Round(Math.Abs(change), 2, MidpointRounding.AwayFromZero) : Math.Round(Math.Abs(change) * 100, 1, MidpointRounding.AwayFromZero);
        if (shown == 0)
        {
            return new(ChangeVerdict.Unchanged, string.Empty, "Unchanged", (isStock ? "since " : "from ") + period);
        }

        var up = change > 0;
        var amount = shown.ToString(isNumber ? "#,0.00" : "#,0.0", FigureText.Culture) + Scale(metric.Unit) + Direction(metric.Unit, up);
        return new(Judge(metric.GoodDirection, up), up ? "▲" : "▼", amount, (isStock ? "than on " : "than ") + period);
    }

    /// <summary>The verdict as a word, for those who do not see the colour.</summary>
    public string VerdictWord => Verdict switch
    {
        ChangeVerdict.Better => "better",
        ChangeVerdict.Worse => "worse",
        ChangeVerdict.Unchanged or ChangeVerdict.Unknown => string.Empty,
    };

    private static string Direction(MetricUnit unit, bool up) => unit switch
    {
        MetricUnit.Money => up ? "more" : "less",
        MetricUnit.Count => up ? "more" : "fewer",
        MetricUnit.Ratio or MetricUnit.Number => up ? "higher" : "lower",
        MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => up ? "longer" : "shorter",
    };

    private static string Scale(MetricUnit unit) => unit switch
    {
        MetricUnit.Ratio => " points ",
        MetricUnit.Number => " ",
        MetricUnit.Money or MetricUnit.Count or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => "% ",
    };

    private static ChangeVerdict Judge(GoodDirection good, bool up) => good switch
    {
        GoodDirection.Up => up ? ChangeVerdict.Better : ChangeVerdict.Worse,
        GoodDirection.Down => up ? ChangeVerdict.Worse : ChangeVerdict.Better,
        GoodDirection.Neither => ChangeVerdict.Unknown,
    };
}
