namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Services, the peers that they call, and the calls between them over a window.</summary>
/// <param name="From">The window's begin.</param>
/// <param name="To">The window's end.</param>
/// <param name="CoveredFrom">Since when spans are kept, where that is later than the window's begin.</param>
/// <param name="Nodes">At most 200.</param>
/// <param name="Edges">At most 1,000.</param>
public sealed record ServiceMap(
    DateTimeOffset From, DateTimeOffset To, DateTimeOffset? CoveredFrom, IReadOnlyList<ServiceMapNode> Nodes, IReadOnlyList<ServiceMapEdge> Edges);
