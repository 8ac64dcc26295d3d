namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>How many requests took how long when; connections that stay open are left out.</summary>
/// <param name="From">The window's begin.</param>
/// <param name="Step">The width of a column.</param>
/// <param name="CoveredFrom">Since when spans are kept, where that is later than the window's begin.</param>
/// <param name="UpperBounds">The upper end of each row's durations, ascending; a row begins where the one below it ends.</param>
/// <param name="Counts">For each column its counts by row; null for a column before what is kept.</param>
public sealed record LatencyHeatMap(
    DateTimeOffset From, TimeSpan Step, DateTimeOffset? CoveredFrom, IReadOnlyList<TimeSpan> UpperBounds, IReadOnlyList<IReadOnlyList<long>?> Counts);
