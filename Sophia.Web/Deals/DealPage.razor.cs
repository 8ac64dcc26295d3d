using Microsoft.AspNetCore.Components;
using Sophia.Core.Predictions;
using Sophia.Web.Api;

namespace Sophia.Web.Deals;

/// <summary>One open deal: what is expected of it, why, and what is wrong with it.</summary>
public sealed partial class DealPage
{
    /// <summary>The connection that it came through.</summary>
    [Parameter]
    public string Connection { get; set; } = string.Empty;

    /// <summary>Its identifier there.</summary>
    [Parameter]
    public string Id { get; set; } = string.Empty;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => $"/api/v1/deals/{Uri.EscapeDataString(Connection)}/{Uri.EscapeDataString(Id)}";

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    private protected override Task<ApiAnswer<DealOutlook>> ReadAsync(CancellationToken cancellationToken) =>
        Api.GetAsync(Address, PredictionJson.Default.DealOutlook, cancellationToken);
}
