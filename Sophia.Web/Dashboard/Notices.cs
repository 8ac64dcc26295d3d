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
    public static IReadOnlyList<Notice> Of(DashboardView view, DashboardFailure? failure, LiveStatus live, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        if (failure is not null)
        {
            notices.Add(new("failed", "These figures could not be renewed.", $"{failure.Cause} {AsOf(view, now)}"));
        }

        if (live.State == LiveState.Reconnecting && now - live.Since >= s_worthSaying)
        {
            notices.Add(new("offline", $"Live updates have been interrupted for {AgeText.Age(now - live.Since)}.",
                $"{AsOf(view, now)} Reconnecting by itself."));
        }

        notices.AddRange(view.Freshness.Sources.Select(source => Of(source, view.HasData, now)).OfType<Notice>());
        if (view.Freshness is { Status: FreshnessStatus.NoData, Sources: [] })
        {
            notices.Add(new("empty", "No data yet.", "No source is connected that delivered anything."));
        }

        return notices;
    }

    private static Notice? Of(SourceFreshness source, bool hasData, DateTimeOffset now)
    {
        var name = SourceName.Of(source.Source);
        var cause = source.Error is { } error ? $" The last attempt failed: {error}" : string.Empty;
        return source.Status switch
        {
            FreshnessStatus.Fresh => null,
            FreshnessStatus.NoData => new("empty", "No data yet.", $"{name} has not delivered anything so far.{cause}"),
            FreshnessStatus.Loading => new("loading",
                hasData ? "Figures are incomplete." : "No data yet.",
                $"The first load of {name} is at {Loaded(source)}.{cause}",
                source.Total is > 0 and var total ? Math.Clamp((double)source.Loaded / total, 0, 1) : null),
            FreshnessStatus.Stale => new("stale", "Figures may be out of date.", (source.CheckedAt is { } at
                ? $"{name} was last reached {AgeText.Age(now - at)} ago, at {AgeText.Moment(at, now)}."
                : $"{name} has not been reached yet.") + cause),
        };
    }

    private static string Loaded(SourceFreshness source) => source.Total is { } total
        ? FormattableString.Invariant($"{source.Loaded:#,0} of {total:#,0}")
        : FormattableString.Invariant($"{source.Loaded:#,0} objects");

    private static string AsOf(DashboardView view, DateTimeOffset now) => view.Figures.AsOf is { } asOf
        ? $"You see the figures as of {AgeText.Moment(asOf, now)}."
        : "There are no figures yet.";
}
