using Microsoft.AspNetCore.Components;
using Sophia.Core.Predictions;
using Sophia.Web.Api;

namespace Sophia.Web.Customers;

/// <summary>One customer: its health opened down to its measures, and why it may leave.</summary>
public sealed partial class CustomerPage
{
    /// <summary>The connection that the account came through.</summary>
    [Parameter]
    public string Connection { get; set; } = string.Empty;

    /// <summary>Its identifier there.</summary>
    [Parameter]
    public string Id { get; set; } = string.Empty;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => $"/api/v1/customers/{Uri.EscapeDataString(Connection)}/{Uri.EscapeDataString(Id)}";

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    private protected override Task<ApiAnswer<CustomerOutlook>> ReadAsync(CancellationToken cancellationToken) =>
        Api.GetAsync(Address, PredictionJson.Default.CustomerOutlook, cancellationToken);
}
