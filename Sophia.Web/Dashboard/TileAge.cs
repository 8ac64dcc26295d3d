using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>A tile's last line: as of when its figure holds and how far that can be relied on. Written once for all open pages with the same figures.</summary>
internal static class TileAge
{
    // Lives as long as the figures; bounded by the freshness' kinds, the languages, and the midnights that the figures live through.
    private static readonly ConditionalWeakTable<DashboardMetrics, ConcurrentDictionary<(FreshnessStatus?, DateOnly, string), MarkupString>> s_written = [];

    /// <summary>Writes it, unless it has been written.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="freshness">The metric's freshness, or null where it is not known.</param>
    /// <param name="now">The present moment.</param>
    public static MarkupString Of(IStringLocalizer text, DashboardMetrics figures, FreshnessStatus? freshness, DateTimeOffset now) =>
        s_written.GetOrCreateValue(figures).GetOrAdd(
            (freshness, DateOnly.FromDateTime(now.UtcDateTime), CultureInfo.CurrentUICulture.Name),
            static (key, asked) => Write(asked.text, asked.figures.AsOf, key.Item1, asked.now),
            (text, figures, now));

    private static MarkupString Write(IStringLocalizer text, DateTimeOffset? asOf, FreshnessStatus? freshness, DateTimeOffset now) => asOf is { } moment
        ? EncodedMarkup.Of($"""<footer data-testid="tile-asof"><span class="dot dot-{Key(freshness)}" aria-hidden="true"></span><span><span class="freshness">{text[Word(freshness)].Value} </span><time datetime="{AgeText.Machine(moment)}">{AgeText.Moment(text, moment, now)}</time></span></footer>""")
        : EncodedMarkup.Of($"""<footer data-testid="tile-asof"><span>{text["tile.noDataSoFar"].Value}</span></footer>""");

    private static string Key(FreshnessStatus? freshness) => freshness switch
    {
        FreshnessStatus.Fresh => "fresh",
        FreshnessStatus.Loading => "loading",
        FreshnessStatus.Stale => "stale",
        FreshnessStatus.NoData or null => "none",
    };

    private static string Word(FreshnessStatus? freshness) => freshness switch
    {
        FreshnessStatus.Fresh => "tile.fresh",
        FreshnessStatus.Loading => "tile.incomplete",
        FreshnessStatus.Stale => "tile.outOfDate",
        FreshnessStatus.NoData or null => "tile.asOf",
    };
}
