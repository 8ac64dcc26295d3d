namespace Sophia.Dashboard.Telemetry.Timeline;

/// <summary>Something to hold charts against.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Resource">The service or process it concerns.</param>
/// <param name="Detail">More about it.</param>
/// <param name="Actor">Who did it, of a command.</param>
public sealed record TimelineEvent(DateTimeOffset Time, TimelineKind Kind, string Title, string? Resource, string? Detail, string? Actor);
