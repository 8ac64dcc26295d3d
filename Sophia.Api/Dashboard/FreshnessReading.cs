using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard;

/// <summary>A look at the sources' freshness.</summary>
/// <param name="Value">What was seen.</param>
/// <param name="Announcement">Grows when live readers are to be told.</param>
internal sealed record FreshnessReading(Freshness Value, long Announcement);
