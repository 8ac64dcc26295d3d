using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>The quarter and the pipeline.</summary>
internal static class SalesEndpoints
{
    public static void MapSales(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/sales/quarter", GetQuarterAsync).WithTags("Sales").WithName("GetQuarter");
        routes.MapGet("/api/v1/sales/waterfall", GetWaterfallAsync).WithTags("Sales").WithName("GetWaterfall");
        routes.MapGet("/api/v1/sales/coverage", GetCoverageAsync).WithTags("Sales").WithName("GetCoverage");
        routes.MapGet("/api/v1/sales/cycle", GetCycleAsync).WithTags("Sales").WithName("GetCycle");
    }

    /// <summary>Says what the running quarter will have brought.</summary>
    /// <remarks>The rest of the quarter is played some thousand times from the chances of the open deals and what earlier quarters still brought from the same place.</remarks>
    /// <param name="forecasts">Knows them.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<QuarterAnswer>> GetQuarterAsync(
        QuarterForecasts forecasts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var quarter = DateOnly.FromDateTime(QuarterForecaster.QuarterOf(clock.GetUtcNow()).From.UtcDateTime);
        var course = await forecasts.ReadAsync(quarter, cancellationToken);
        return new(new(quarter, course is [.., var newest] ? newest : null, course), PredictionJson.Default.QuarterAnswer);
    }

    /// <summary>Says how the open pipeline became what it is.</summary>
    /// <remarks>
    /// start + new + reopened + pulledIn + raised − lowered − pushedOut − won − lost − removed = end, to the cent. With `scope=all` the end
    /// is the metric `pipeline.open`, and so is the start where no amount has changed since. Amounts and promised dates are those that
    /// Sophia knew at the time; `firstHeardLater` says of how many deals it learnt only afterwards.
    /// </remarks>
    /// <param name="parameters">What is asked about.</param>
    /// <param name="figures">Reads the pipeline.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<WaterfallAnswer>, ValidationProblem>> GetWaterfallAsync(
        [AsParameters] SalesParameters parameters, SalesFigures figures, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = parameters.Parse(clock, out var range, out var scope, out var filters);
        return errors.Count > 0
            ? Refuse(errors)
            : new ConditionalResult<WaterfallAnswer>(
                await figures.ReadWaterfallAsync(range, scope, filters, cancellationToken), PredictionJson.Default.WaterfallAnswer);
    }

    /// <summary>Says whether the open pipeline is enough for what is still to be won this quarter.</summary>
    /// <remarks>`ratio` is what is open and promised for the quarter over what is still to be won, `needed` the ratio that the share of value won in the twelve months before calls for.</remarks>
    /// <param name="target">What should be won.</param>
    /// <param name="filter">The filters.</param>
    /// <param name="figures">Reads the pipeline.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<CoverageAnswer>, ValidationProblem>> GetCoverageAsync(
        [FromQuery, Description("What should be won in the quarter, in the organisation's currency; by default what the same quarter of the year before brought. Example: 12000000")] decimal? target,
        [FromQuery, Description("What deals to keep, as for metrics. Example: region:EMEA")] string? filter,
        SalesFigures figures, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new SalesParameters { Filter = filter }.Parse(clock, out _, out _, out var filters);
        if (target is < 0)
        {
            errors["target"] = ["A target is not negative."];
        }

        return errors.Count > 0
            ? Refuse(errors)
            : new ConditionalResult<CoverageAnswer>(
                await figures.ReadCoverageAsync(target, filters, cancellationToken), PredictionJson.Default.CoverageAnswer);
    }

    /// <summary>Says how long deals take from their creation to their end, won or lost.</summary>
    /// <remarks>Quantiles of the survival curve (Kaplan and Meier): deals still open count for as long as they were seen.</remarks>
    /// <param name="results">Knows it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<CycleAnswer>> GetCycleAsync(AnalysisResults results, CancellationToken cancellationToken) =>
        new(
            await results.FindAsync(AnalysisResults.Cycles, PredictionJson.Default.CycleAnswer, cancellationToken) ?? new(null, []),
            PredictionJson.Default.CycleAnswer);

    private static ValidationProblem Refuse(Dictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, title: "The pipeline cannot be told so");
}
