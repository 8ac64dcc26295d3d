using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>
/// The small course in a tile. The chart or the table says the same in full, so it is for the eye only. It is text and no
/// component: each component of each open page holds two trees of its own.
/// </summary>
internal static class Sparkline
{
    /// <summary>Draws a series. The path data are numbers and letters of ours, so nothing is to be escaped.</summary>
    /// <param name="points">The series.</param>
    /// <param name="lastIsOpen">Whether the last point is not over yet.</param>
    public static MarkupString Of(IReadOnlyList<MetricPoint> points, bool lastIsOpen)
    {
        var path = SparklinePath.Of(points, lastIsOpen);
        return new(string.Create(CultureInfo.InvariantCulture, $"""
            <svg class="sparkline" viewBox="0 0 {SparklinePath.Width} {SparklinePath.Height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="area" d="{path.Area}" /><path d="{path.Line}" vector-effect="non-scaling-stroke" /><path class="tail" d="{path.Tail}" vector-effect="non-scaling-stroke" /></svg>
            """));
    }
}
