using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Web.Figures;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>What there is to say of the figures' reliability at a moment.</summary>
internal static class Notices
{
    // A socket that is back within seconds, as after a restart of the API, is no news.
    private static readonly TimeSpan s_worthSaying = TimeSpan.FromSeconds(4);

    /// <summary>The notices, the most important first; empty where all is well.</summary>
    public static IReadOnlyList<Notice> Of(
        IStringLocalizer text, DashboardView view, DashboardFailure? failure, LiveStatus live, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        if (failure is not null)
        {
            notices.Add(new("failed", text["notice.failed"], $"{failure.Cause} {AsOf(text, view, now)}"));
        }

        if (live.State == LiveState.Reconnecting && now - live.Since >= s_worthSaying)
        {
            notices.Add(new("offline", text["notice.offline", AgeText.Age(text, now - live.Since)],
                $"{AsOf(text, view, now)} {text["notice.reconnecting"]}"));
        }

        notices.AddRange(view.Freshness.Sources.Select(source => Of(text, source, view.HasData, now)).OfType<Notice>());
        if (view.Freshness is { Status: FreshnessStatus.NoData, Sources: [] })
        {
            notices.Add(new("empty", text["notice.noData"], text["notice.noSource"]));
        }

        return notices;
    }

    private static Notice? Of(IStringLocalizer text, SourceFreshness source, bool hasData, DateTimeOffset now)
    {
        var name = SourceName.Of(source.Source);
        var cause = source.Error is { } error ? " " + text["notice.lastAttempt", error] : string.Empty;
        return source.Status switch
        {
            FreshnessStatus.Fresh => null,
            FreshnessStatus.NoData => new("empty", text["notice.noData"], text["notice.nothingDelivered", name] + cause),
            FreshnessStatus.Loading => new("loading",
                hasData ? text["notice.incomplete"] : text["notice.noData"],
                text["notice.firstLoad", name, Loaded(text, source)] + cause,
                source.Total is > 0 and var total ? Math.Clamp((double)source.Loaded / total, 0, 1) : null),
            FreshnessStatus.Stale => new("stale", text["notice.stale"], (source.CheckedAt is { } at
                ? text["notice.lastReached", name, AgeText.Age(text, now - at), AgeText.Moment(text, at, now)]
                : text["notice.neverReached", name]) + cause),
        };
    }

    private static string Loaded(IStringLocalizer text, SourceFreshness source)
    {
        var loaded = source.Loaded.ToString("N0", CultureInfo.CurrentCulture);
        return source.Total is { } total
            ? text["notice.loadedOf", loaded, total.ToString("N0", CultureInfo.CurrentCulture)]
            : text["notice.loaded", loaded];
    }

    private static string AsOf(IStringLocalizer text, DashboardView view, DateTimeOffset now) => view.Figures.AsOf is { } asOf
        ? text["notice.asOf", AgeText.Moment(text, asOf, now)]
        : text["notice.noFigures"];
}
