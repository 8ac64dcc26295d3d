using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Customers;

/// <summary>The customers with how they are doing and how likely they are to leave; those who left apart.</summary>
public sealed partial class CustomersPage
{
    private const int Step = 25;

    // What one question to the API brings; who looks for more narrows it down by region or health.
    private const int MostShown = 200;

    private static readonly string[] s_bands = [.. new[] { HealthBand.AtRisk, HealthBand.Watch, HealthBand.Healthy, HealthBand.Unknown }.Select(CustomerText.Key)];

    private int _wanted = Step;

    /// <summary>The region that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Region { get; set; }

    /// <summary>The band of health that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Band { get; set; }

    /// <summary>Whether those who have left are looked at instead.</summary>
    [SupplyParameterFromQuery]
    public bool Left { get; set; }

    /// <summary>Whether only those who may want more are looked at.</summary>
    [SupplyParameterFromQuery]
    public bool Expansion { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/customers");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    private CustomersQuery Query => new(Region, Band, Left, Expansion);

    private string Title => Left ? "customers.left" : Expansion ? "customers.expansion" : "customers.present";

    private string Lead => Left ? "customers.leftLead" : Expansion ? "customers.expansionLead" : "customers.lead";

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<CustomersView>> ReadAsync(CancellationToken cancellationToken)
    {
        var listing = Api.GetAsync(
            Query.At("/api/v1/customers", ("limit", _wanted.ToString(CultureInfo.InvariantCulture))), PredictionJson.Default.PageCustomerOutlook, cancellationToken);
        var regions = await PartChoice.ReadAsync(Api, "revenue.won", Dimension.Region, cancellationToken);
        return await listing switch
        {
            ApiAnswer<Page<CustomerOutlook>>.Success { Value: var page } =>
                new ApiAnswer<CustomersView>.Success(new([.. page.Items.Select(Slim)], page.Next is not null, regions)),
            ApiAnswer<Page<CustomerOutlook>>.Failure failure => new ApiAnswer<CustomersView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    /// <summary>A customer without what only its own page shows, so that the page's saved state stays small: measures, and all reasons but the largest.</summary>
    private static CustomerOutlook Slim(CustomerOutlook customer) => customer with
    {
        Prediction = customer.Prediction with
        {
            Health = customer.Prediction.Health with
            {
                Components = [.. customer.Prediction.Health.Components.Select(static part => part with { Measures = [] })],
            },
            Churn = customer.Prediction.Churn is not { } churn ? null : churn with
            {
                Reasons = [.. churn.Reasons.OrderByDescending(static reason => reason.LogOdds).Take(1)],
            },
        },
    };

    private static IReadOnlyList<string> Chosen(string? member) => string.IsNullOrEmpty(member) ? [] : [member];

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted * 2, MostShown);
        await LoadAsync();
    }
}
