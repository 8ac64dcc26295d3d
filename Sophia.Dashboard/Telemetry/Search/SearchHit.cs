namespace Sophia.Dashboard.Telemetry.Search;

/// <summary>Something that contains the text searched for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">What leads to it; see <see cref="SearchHitKind"/>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">Where the text was found, or what it belongs to.</param>
/// <param name="Time">When it happened, of what happens.</param>
public sealed record SearchHit(SearchHitKind Kind, string Key, string Title, string? Detail, DateTimeOffset? Time);
