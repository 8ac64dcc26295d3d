namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>The overview of all services over a window.</summary>
/// <param name="From">The window's begin.</param>
/// <param name="To">The window's end.</param>
/// <param name="CoveredFrom">Since when spans are kept, where that is later than the window's begin.</param>
/// <param name="Services">The services, the busiest first.</param>
public sealed record ServicesAnswer(DateTimeOffset From, DateTimeOffset To, DateTimeOffset? CoveredFrom, IReadOnlyList<ServiceOverview> Services);
