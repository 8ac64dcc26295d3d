using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>Asks not to be told of some alerts for a while.</summary>
public sealed record MuteRequest
{
    private const int LongestReason = 500;
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(31);

    /// <summary>The metric's key; by default all. Not for the mute of one alert, which says it itself.</summary>
    public string? Metric { get; init; }

    /// <summary>The part of the metric as <c>region=EMEA</c>; by default all. Not for the mute of one alert.</summary>
    public string? Scope { get; init; }

    /// <summary>From when on; by default at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it comes again every week at the same times (UTC).</summary>
    public bool Weekly { get; init; }

    /// <summary>Why; by default nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong with the request, per field.</summary>
    /// <param name="now">The present.</param>
    public Dictionary<string, string[]> Check(DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Metric is not null && MetricCatalog.Find(Metric) is null)
        {
            errors["metric"] = [$"There is no metric '{Metric}'."];
        }

        var from = From ?? now;
        var longest = Weekly ? TimeSpan.FromDays(7) : s_longest;
        if (Until is not { } until || until <= from || (until <= now && !Weekly))
        {
            errors["until"] = ["Expected a time after now and after 'from'."];
        }
        else if (until - from > longest)
        {
            errors["until"] = [$"At most {longest.Days} days can be muted at once."];
        }

        if (Reason is { Length: > LongestReason })
        {
            errors["reason"] = [$"Expected at most {LongestReason} characters."];
        }

        return errors;
    }

    /// <summary>The mute that a request without errors asks for.</summary>
    public AlertMute ToMute(Guid id, DateTimeOffset now) => new()
    {
        Id = id, Metric = Metric, Scope = Scope, From = From ?? now, Until = Until!.Value, Weekly = Weekly, Reason = Reason,
    };
}
