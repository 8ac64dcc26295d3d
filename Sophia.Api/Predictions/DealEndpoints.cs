using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Lists;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>Open deals with what is expected of them.</summary>
internal static class DealEndpoints
{
    private const int LongestName = 100;

    private static readonly string[] s_warnings =
        [.. Enum.GetNames<DealWarningKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static void MapDeals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/deals", ListAsync).WithTags("Deals").WithName("ListDeals");
        routes.MapGet("/api/v1/deals/warnings", GetWarningsAsync).WithTags("Deals").WithName("GetDealWarnings");
        routes.MapPut("/api/v1/deals/warnings/{key}", SwitchWarningAsync).WithTags("Deals").WithName("SwitchDealWarning").ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/v1/deals/{connection}/{id}", GetAsync).WithTags("Deals").WithName("GetDeal").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the open deals, the largest first.</summary>
    /// <remarks>Each with its chance of being won and the reasons that add up to it, when it is to be expected to end, and what is wrong with it.</remarks>
    /// <param name="region">Only buyers of this region.</param>
    /// <param name="warning">Only deals with this warning.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="deals">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<DealOutlook>>, ValidationProblem>> ListAsync(
        [FromQuery, Description("Only deals with buyers of this region. Example: EMEA")] string? region,
        [FromQuery, Description("Only deals with this warning. Example: closeDatePassed")] string? warning,
        [AsParameters] ListParameters list, DealOutlooks deals, CancellationToken cancellationToken)
    {
        var errors = list.Parse(PredictionJson.Default.DealOutlook, PredictionJson.Default.DealOutlookKey, out var request);
        if (warning is not null && !s_warnings.Contains(warning, StringComparer.Ordinal))
        {
            errors["warning"] = [$"There is no warning '{warning}'. There are: {string.Join(", ", s_warnings)}."];
        }

        if (request is null || errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await deals.ReadAsync(region, warning, request.After, request.Read, cancellationToken);
        return new ConditionalResult<Page<DealOutlook>>(
            request.ToPage(rows, static deal => new DealOutlookKey(deal.Amount ?? 0, deal.Connection, deal.Id)), PredictionJson.Default.PageDealOutlook, request.Fields);
    }

    /// <summary>Lists the kinds of warnings and whether they are switched on.</summary>
    /// <param name="settings">Knows it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<ConditionalResult<DealWarningsAnswer>> GetWarningsAsync(DealWarningSettings settings, CancellationToken cancellationToken) =>
        new(new(await settings.ReadAsync(cancellationToken)), PredictionJson.Default.DealWarningsAnswer);

    /// <summary>Switches a kind of warning on or off, for everybody.</summary>
    /// <remarks>
    /// Deals are told without the warnings that are switched off at once, and looked at for one that is switched on with the next analysis, until which it
    /// is awaited (`isAwaited`). Who did it and when is kept.
    /// </remarks>
    /// <param name="key">The kind, for example `closeDatePassed`.</param>
    /// <param name="wish">On or off, and who wants it so.</param>
    /// <param name="settings">Keeps it.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Ok<DealWarningSetting>, ValidationProblem, ProblemHttpResult>> SwitchWarningAsync(
        string key, DealWarningSwitch wish, DealWarningSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Array.IndexOf(s_warnings, key) is var index && index < 0)
        {
            return TypedResults.Problem(
                $"There is no warning '{key}'. There are: {string.Join(", ", s_warnings)}.", title: "There is no such warning", statusCode: StatusCodes.Status404NotFound);
        }

        var by = wish.By?.Trim() is { Length: > 0 } name ? name : null;
        if (wish.On is not { } on || by is { Length: > LongestName })
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    [wish.On is null ? "on" : "by"] = [wish.On is null ? "Expected true or false." : $"A name has at most {LongestName} characters."],
                },
                title: "The warning cannot be switched");
        }

        var setting = new DealWarningSetting(Enum.Parse<DealWarningKind>(key, ignoreCase: true), on, clock.GetUtcNow(), by);
        await settings.SetAsync(setting, cancellationToken);
        return TypedResults.Ok((await settings.ReadAsync(cancellationToken)).Single(one => one.Kind == setting.Kind));
    }

    /// <summary>Says what is expected of one open deal.</summary>
    /// <param name="connection">The connection that it came through, for example `hubspot`.</param>
    /// <param name="id">Its identifier there.</param>
    /// <param name="deals">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<DealOutlook>, ProblemHttpResult>> GetAsync(
        string connection, string id, DealOutlooks deals, CancellationToken cancellationToken) =>
        await deals.FindAsync(connection, id, cancellationToken) is { } deal
            ? new ConditionalResult<DealOutlook>(deal, PredictionJson.Default.DealOutlook)
            : TypedResults.Problem(
                $"No open deal '{id}' came through '{connection}'.", title: "There is no such open deal", statusCode: StatusCodes.Status404NotFound);
}
