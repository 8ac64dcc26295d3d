using Sophia.Core.Dashboard;
using Sophia.Core.Status;
using Sophia.Web.Figures;

namespace Sophia.Web.Alerts;

/// <summary>Whether silence means that nothing is wrong.</summary>
/// <param name="IsWatched">Whether the agents that look are running.</param>
/// <param name="Behind">The systems whose figures are not up to date and therefore not judged, as their makers write them; empty where all are.</param>
internal sealed record Judgement(bool IsWatched, string Behind)
{
    // The service that looks.
    private const string Agents = "agents";

    /// <summary>The same after a message.</summary>
    public Judgement After(StatusMessage message) => message switch
    {
        StatusMessage.Snapshot { Data: var status } => With(status.Services, status.Sources),
        StatusMessage.Change change => With(change.Services, change.Sources),
        _ => this,
    };

    private Judgement With(IReadOnlyList<ServiceStatus>? services, IReadOnlyList<SourceFreshness>? sources) => new(
        services?.FirstOrDefault(static service => service.Name == Agents) is { } agents ? agents.Health is ServiceHealth.Healthy or ServiceHealth.Degraded : IsWatched,
        sources is null ? Behind : string.Join(", ", sources
            .Where(static source => source.Status is FreshnessStatus.Stale or FreshnessStatus.Loading)
            .Select(static source => SourceName.Of(source.Source))));
}
