using Microsoft.AspNetCore.Components;
using Sophia.Core.Integrations;
using Sophia.Core.Status;
using Sophia.Web.Api;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Integrations;

/// <summary>How the connected systems and Sophia itself are.</summary>
public sealed partial class IntegrationsPage
{
    // Bounded by the number of connections.
    private readonly Dictionary<string, string> _refusals = new(StringComparer.Ordinal);

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => string.Empty;

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<IntegrationsView>> ReadAsync(CancellationToken cancellationToken)
    {
        // One deployment has a handful of connections; a page of the list holds 200.
        var integrations = Api.GetAsync("/api/v1/integrations?limit=200", IntegrationsJson.Default.PageIntegration, cancellationToken);
        var status = await Api.GetAsync("/api/v1/status", StatusJson.Default.SystemStatus, cancellationToken);
        return await integrations switch
        {
            ApiAnswer<Core.Lists.Page<Integration>>.Success { Value.Items: var items } =>
                new ApiAnswer<IntegrationsView>.Success(new(items, (status as ApiAnswer<SystemStatus>.Success)?.Value)),
            ApiAnswer<Core.Lists.Page<Integration>>.Failure failure => new ApiAnswer<IntegrationsView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    private async Task SyncAsync(string connection)
    {
        var answer = await Api.SendAsync(
            HttpMethod.Post, $"/api/v1/integrations/{Uri.EscapeDataString(connection)}/sync", body: null, IntegrationsJson.Default.SyncAccepted, Leaving);
        if (answer is ApiAnswer<SyncAccepted>.Failure failure)
        {
            _refusals[connection] = failure.Cause;
        }
        else
        {
            _refusals.Remove(connection);
        }

        await LoadAsync();
    }

    private string MaintenanceText(MaintenanceNotice notice) => Text["integrations.maintenanceText",
        notice.Text, AgeText.Moment(Text, notice.StartsAt, Now), AgeText.Moment(Text, notice.EndsAt, Now)];

    internal static StatusLevel LevelOf(ServiceHealth health) => health switch
    {
        ServiceHealth.Healthy => StatusLevel.Good,
        ServiceHealth.Degraded => StatusLevel.Warning,
        ServiceHealth.Unhealthy => StatusLevel.Bad,
        ServiceHealth.Unknown => StatusLevel.Neutral,
    };

    internal static string WordOf(ServiceHealth health) => health switch
    {
        ServiceHealth.Healthy => "health.healthy",
        ServiceHealth.Degraded => "health.degraded",
        ServiceHealth.Unhealthy => "health.unhealthy",
        ServiceHealth.Unknown => "health.unknown",
    };
}
