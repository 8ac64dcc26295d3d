using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Analytics.Discovery.Correlations;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>Forecasts, findings, and how good they have been.</summary>
internal static class PredictionEndpoints
{
    public static void MapPredictions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/forecasts", GetForecastsAsync).WithTags("Predictions").WithName("GetForecasts");
        routes.MapGet("/api/v1/insights/findings", GetFindingsAsync).WithTags("Predictions").WithName("GetFindings");
        routes.MapGet("/api/v1/insights/correlations", GetCorrelationsAsync).WithTags("Predictions").WithName("GetCorrelations");
        routes.MapGet("/api/v1/predictions/load", GetLoadAsync).WithTags("Predictions").WithName("GetLoad");
        routes.MapGet("/api/v1/predictions/quality", GetQualityAsync).WithTags("Predictions").WithName("GetPredictionQuality");
    }

    /// <summary>Says what to expect of metrics in the months to come.</summary>
    /// <remarks>
    /// Each forecast says which models made it, why, and how good the same procedure has been on the metric's past. Where there
    /// is too little history the points are empty and `reason` says so. Forecasts by region add up to the whole.
    /// </remarks>
    /// <param name="metrics">The metrics.</param>
    /// <param name="groupBy">The split.</param>
    /// <param name="forecasts">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<ForecastAnswer>, ValidationProblem>> GetForecastsAsync(
        [FromQuery, Description("Metric keys or patterns, separated by commas; by default all. Example: revenue.won,pipeline.*")] string? metrics,
        [FromQuery, Description("region to split by region; by default the whole.")] string? groupBy,
        MetricForecasts forecasts, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var patterns = metrics?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } named ? named : ["*"];
        if (Array.Find(patterns, static pattern => MetricCatalog.Match(pattern).Count == 0) is { } unknown)
        {
            errors["metrics"] = [$"There is no metric '{unknown}'. There are: {string.Join(", ", MetricCatalog.All.Select(static metric => metric.Key))}."];
        }

        if (groupBy is not (null or "" or "region"))
        {
            errors["groupBy"] = ["Forecasts are split by region or not at all."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The query cannot be answered");
        }

        string[] keys = [.. patterns.SelectMany(MetricCatalog.Match).Select(static metric => metric.Key).Distinct(StringComparer.Ordinal)];
        var newest = await forecasts.ReadNewestAsync(keys, groupBy is "region" ? Dimension.Region : null, cancellationToken);
        return new ConditionalResult<ForecastAnswer>(new(newest), PredictionJson.Default.ForecastAnswer);
    }

    /// <summary>Says what stands out in the business beyond what chance explains.</summary>
    /// <remarks>Quarters, sellers, parts of the business and customers, each with the size of the effect, the chance of seeing it without any difference, and the deals that show it.</remarks>
    /// <param name="findings">Knows them.</param>
    /// <param name="runs">Knows when the business was looked through.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<FindingsAnswer>> GetFindingsAsync(
        Findings findings, AnalysisRuns runs, CancellationToken cancellationToken)
    {
        var lookedAt = (await runs.FindAsync(PredictionQualityReader.DealAnalysis, cancellationToken))?.At;
        var all = await findings.ReadAsync(cancellationToken);
        return new(
            new(lookedAt, [.. all.Select(one => new FindingItem(one.Finding, one.FoundAt, one.SeenAt, one.SeenAt >= lookedAt, one.SubjectName))]),
            PredictionJson.Default.FindingsAnswer);
    }

    /// <summary>Says which metrics go before others more closely than chance explains.</summary>
    /// <remarks>
    /// Of months, after trend, season and what each metric's own past foretells are taken out, at lags of up to half a year; corrected for all pairs
    /// and lags that were tried. It says nothing of cause. Metrics made of the same figures are not compared, and those of the same facts only
    /// in different months.
    /// </remarks>
    /// <param name="results">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<CorrelationsAnswer>> GetCorrelationsAsync(
        AnalysisResults results, CancellationToken cancellationToken) =>
        new(
            await results.FindAsync(AnalysisResults.Correlations, PredictionJson.Default.CorrelationsAnswer, cancellationToken)
                ?? new(null, CorrelationSearch.Procedure, 0, []),
            PredictionJson.Default.CorrelationsAnswer);

    /// <summary>Says how many calls an hour to be ready for in the next two days.</summary>
    /// <remarks>
    /// Calls of all kinds, by the hour (UTC) in which they begin. The bound is meant to be exceeded in one hour of forty; `backTest.shareAbove` says
    /// how often such bounds were exceeded on the end of the history. Where there is too little history `ahead` is empty and `reason` says so.
    /// </remarks>
    /// <param name="results">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<LoadAnswer>> GetLoadAsync(AnalysisResults results, CancellationToken cancellationToken) => new(
        await results.FindAsync(AnalysisResults.Load, PredictionJson.Default.LoadAnswer, cancellationToken) ?? LoadAnswer.NotYet,
        PredictionJson.Default.LoadAnswer);

    /// <summary>Says how good the predictions are.</summary>
    /// <remarks>On cases held out of training, and on predictions that have since been decided by what happened.</remarks>
    /// <param name="quality">Holds predictions against what came.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<PredictionQuality>> GetQualityAsync(
        PredictionQualityReader quality, CancellationToken cancellationToken) =>
        new(await quality.ReadAsync(cancellationToken), PredictionJson.Default.PredictionQuality);
}
