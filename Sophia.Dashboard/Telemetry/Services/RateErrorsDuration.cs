namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Rate, errors and duration of requests over a window, computed from the kept spans, each of which counts as the <see cref="Traces.SpanEntry.Count"/> that it stands for. Connections that stay open (WebSockets, circuits of Blazor pages) count in requests and errors and not in durations.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="PerSecond">Requests per second over the window's covered part.</param>
/// <param name="P50">Half took at most this long; null without requests that have a latency. Percentiles are read from buckets 9 % wide.</param>
/// <param name="P90">90 % took at most this long.</param>
/// <param name="P99">99 % took at most this long.</param>
/// <param name="Maximum">The longest of those that are kept.</param>
/// <param name="Kept">How many of the requests are kept; where that is fewer, all but the longest is an estimate.</param>
public sealed record RateErrorsDuration(
    long Requests, long Errors, double PerSecond, TimeSpan? P50, TimeSpan? P90, TimeSpan? P99, TimeSpan? Maximum, long Kept)
{
    /// <summary>The failed share, 0 to 1; null without requests.</summary>
    public double? ErrorShare => Requests == 0 ? null : (double)Errors / Requests;
}
