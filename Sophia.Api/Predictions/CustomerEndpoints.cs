using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Lists;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>Customers with how they are doing.</summary>
internal static class CustomerEndpoints
{
    private static readonly string[] s_bands = [.. Enum.GetNames<HealthBand>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/customers", ListAsync).WithTags("Customers").WithName("ListCustomers");
        routes.MapGet("/api/v1/customers/{connection}/{id}", GetAsync).WithTags("Customers").WithName("GetCustomer").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the customers, those doing worst first.</summary>
    /// <remarks>
    /// An account that bought is a customer until it has bought nothing for a year. Health is opened down to its measures and
    /// unknown where too little is known; the risk of leaving comes with the reasons that add up to it.
    /// </remarks>
    /// <param name="region">Only those of this region.</param>
    /// <param name="band">Only those doing like this.</param>
    /// <param name="left">Those who have left instead.</param>
    /// <param name="expansion">Only those who may want more.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="customers">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<CustomerOutlook>>, ValidationProblem>> ListAsync(
        [FromQuery, Description("Only customers of this region. Example: EMEA")] string? region,
        [FromQuery, Description("Only customers doing like this: atRisk, watch, healthy or unknown.")] string? band,
        [FromQuery, Description("true for those who have left, with their last scores; by default those who have not.")] bool? left,
        [FromQuery, Description("true for those who may want more: healthy, buying more than the year before, without an open deal, no more likely to leave than a typical customer. By default all.")] bool? expansion,
        [AsParameters] ListParameters list, CustomerOutlooks customers, CancellationToken cancellationToken)
    {
        var errors = list.Parse(PredictionJson.Default.CustomerOutlook, PredictionJson.Default.CustomerOutlookKey, out var request);
        if (band is not null && !s_bands.Contains(band, StringComparer.Ordinal))
        {
            errors["band"] = [$"There is no band '{band}'. There are: {string.Join(", ", s_bands)}."];
        }

        if (request is null || errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        HealthBand? wanted = band is null ? null : Enum.Parse<HealthBand>(band, ignoreCase: true);
        var rows = await customers.ReadAsync(region, wanted, left ?? false, expansion ?? false, request.After, request.Read, cancellationToken);
        return new ConditionalResult<Page<CustomerOutlook>>(
            request.ToPage(rows, static customer => new CustomerOutlookKey(
                customer.Prediction.Health.Score ?? CustomerOutlookKey.Unknown, customer.Connection, customer.Id)),
            PredictionJson.Default.PageCustomerOutlook,
            request.Fields);
    }

    /// <summary>Says how one customer is doing.</summary>
    /// <param name="connection">The connection that the account came through, for example `hubspot`.</param>
    /// <param name="id">Its identifier there.</param>
    /// <param name="customers">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<CustomerOutlook>, ProblemHttpResult>> GetAsync(
        string connection, string id, CustomerOutlooks customers, CancellationToken cancellationToken) =>
        await customers.FindAsync(connection, id, cancellationToken) is { } customer
            ? new ConditionalResult<CustomerOutlook>(customer, PredictionJson.Default.CustomerOutlook)
            : TypedResults.Problem(
                $"No customer '{id}' came through '{connection}'.", title: "There is no such customer", statusCode: StatusCodes.Status404NotFound);
}
