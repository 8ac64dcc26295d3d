using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Deals;

/// <summary>The open deals with what is expected of them, and what the quarter will have brought.</summary>
public sealed partial class DealsPage
{
    private const string WarningsAddress = "/api/v1/deals/warnings";
    private const int Step = 25;

    // What one question to the API brings; who looks for more narrows it down by region or warning.
    private const int MostShown = 200;

    private int _wanted = Step;

    /// <summary>The region that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Region { get; set; }

    /// <summary>The warning that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Warning { get; set; }

    /// <summary>Whether the movement of the whole pipeline is looked at.</summary>
    [SupplyParameterFromQuery]
    public bool Whole { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/deals");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    private IReadOnlyList<string> Warnings => [.. (Data?.Warnings ?? []).Where(static one => one.On).Select(static one => DealText.Key(one.Kind))];

    private DealsQuery Query => new(Region, Warning, Whole);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<DealsView>> ReadAsync(CancellationToken cancellationToken)
    {
        var listing = Api.GetAsync(
            (Query with { Whole = false }).At("/api/v1/deals", ("limit", _wanted.ToString(CultureInfo.InvariantCulture))), PredictionJson.Default.PageDealOutlook, cancellationToken);
        var quarter = Api.GetAsync("/api/v1/sales/quarter", PredictionJson.Default.QuarterAnswer, cancellationToken);
        var pipeline = ReadPipelineAsync(cancellationToken);
        var warnings = Api.GetAsync(WarningsAddress, PredictionJson.Default.DealWarningsAnswer, cancellationToken);
        var regions = await PartChoice.ReadAsync(Api, "pipeline.open", Dimension.Region, cancellationToken);
        return await listing switch
        {
            ApiAnswer<Page<DealOutlook>>.Success { Value: var page } => new ApiAnswer<DealsView>.Success(
                new([.. page.Items.Select(Slim)], page.Next is not null, (await quarter as ApiAnswer<QuarterAnswer>.Success)?.Value, await pipeline,
                    (await warnings as ApiAnswer<DealWarningsAnswer>.Success)?.Value.Warnings ?? [], regions)),
            ApiAnswer<Page<DealOutlook>>.Failure failure => new ApiAnswer<DealsView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    private async Task<PipelineView> ReadPipelineAsync(CancellationToken cancellationToken)
    {
        var filter = string.IsNullOrEmpty(Region) ? null : new MetricFilter(Dimension.Region, [Region]).ToString();
        var waterfall = Api.GetAsync(
            QueryHelpers.AddQueryString("/api/v1/sales/waterfall", Parameters(("scope", Whole ? "all" : "period"), ("filter", filter))),
            PredictionJson.Default.WaterfallAnswer, cancellationToken);
        var coverage = Api.GetAsync(
            QueryHelpers.AddQueryString("/api/v1/sales/coverage", Parameters(("filter", filter))), PredictionJson.Default.CoverageAnswer, cancellationToken);
        var cycle = await Api.GetAsync("/api/v1/sales/cycle", PredictionJson.Default.CycleAnswer, cancellationToken);
        return new(ValueOf(await waterfall), ValueOf(await coverage), ValueOf(cycle));

        static IEnumerable<KeyValuePair<string, string?>> Parameters(params (string Name, string? Value)[] all) =>
            all.Where(static one => one.Value is not null).Select(static one => KeyValuePair.Create(one.Name, one.Value));

        static T? ValueOf<T>(ApiAnswer<T> answer)
            where T : class => (answer as ApiAnswer<T>.Success)?.Value;
    }

    /// <summary>A deal without the reasons, which its own page shows, so that the page's saved state stays small.</summary>
    private static DealOutlook Slim(DealOutlook deal) => deal.Prediction is not { } prediction ? deal : deal with
    {
        Prediction = prediction with { Chance = prediction.Chance with { Reasons = [] } },
    };

    private static IReadOnlyList<string> Chosen(string? member) => string.IsNullOrEmpty(member) ? [] : [member];

    private async Task<string?> SwitchAsync(DealWarningSetting setting, DealWarningSwitch wish)
    {
        using var body = JsonContent.Create(wish, PredictionJson.Default.DealWarningSwitch);
        var answer = await Api.SendAsync(
            HttpMethod.Put, $"{WarningsAddress}/{DealText.Key(setting.Kind)}", body, PredictionJson.Default.DealWarningSetting, Leaving);
        await LoadAsync();
        StateHasChanged();
        return (answer as ApiAnswer<DealWarningSetting>.Failure)?.Cause;
    }

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted * 2, MostShown);
        await LoadAsync();
    }
}
