using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Data.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>What metrics' own history let expect.</summary>
internal static class BaselineEndpoints
{
    public static void MapBaselines(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AlertEndpoints.Path + "/baselines", ListAsync).WithTags("Alerts").WithName("ListBaselines");

    /// <summary>Lists the judged days of a metric, the newest first.</summary>
    /// <remarks>
    /// Each day of a metric that is watched for anomalies is judged once, when it is over: where its value was expected, and how
    /// surprising it was. A metric that no rule of anomalies watches has none.
    /// </remarks>
    /// <param name="metric">The metric.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="baselines">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<BaselineDay>>, ValidationProblem>> ListAsync(
        [FromQuery, Description("The metric's key. Example: revenue.won")] string? metric,
        [AsParameters] ListParameters list,
        BaselineStore baselines,
        CancellationToken cancellationToken)
    {
        var errors = list.Parse(AlertsJson.Default.BaselineDay, AlertsJson.Default.BaselineKey, out var request);
        if (metric is null || MetricCatalog.Find(metric) is null)
        {
            errors["metric"] = [$"There is no metric '{metric}'."];
        }

        if (request is null || errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await baselines.ReadAsync(metric!, request.After?.Day, request.Read, cancellationToken);
        return new ConditionalResult<Page<BaselineDay>>(
            request.ToPage(rows, static day => new BaselineKey(day.Day)), AlertsJson.Default.PageBaselineDay, request.Fields);
    }
}
