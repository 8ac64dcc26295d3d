using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Deals;

/// <summary>The open deals with what is expected of them, and what the quarter will have brought.</summary>
public sealed partial class DealsPage
{
    private const int Step = 25;

    // What one question to the API brings; who looks for more narrows it down by region or warning.
    private const int MostShown = 200;

    private static readonly string[] s_warnings = [.. Enum.GetValues<DealWarningKind>().Select(DealText.Key)];

    private int _wanted = Step;

    /// <summary>The region that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Region { get; set; }

    /// <summary>The warning that is kept to.</summary>
    [SupplyParameterFromQuery]
    public string? Warning { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/deals");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    private DealsQuery Query => new(Region, Warning);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<DealsView>> ReadAsync(CancellationToken cancellationToken)
    {
        var listing = Api.GetAsync(
            Query.At("/api/v1/deals", ("limit", _wanted.ToString(CultureInfo.InvariantCulture))), PredictionJson.Default.PageDealOutlook, cancellationToken);
        var quarter = Api.GetAsync("/api/v1/sales/quarter", PredictionJson.Default.QuarterAnswer, cancellationToken);
        var regions = await PartChoice.ReadAsync(Api, "pipeline.open", Dimension.Region, cancellationToken);
        return await listing switch
        {
            ApiAnswer<Page<DealOutlook>>.Success { Value: var page } => new ApiAnswer<DealsView>.Success(
                new([.. page.Items.Select(Slim)], page.Next is not null, (await quarter as ApiAnswer<QuarterAnswer>.Success)?.Value, regions)),
            ApiAnswer<Page<DealOutlook>>.Failure failure => new ApiAnswer<DealsView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    /// <summary>A deal without the reasons, which its own page shows, so that the page's saved state stays small.</summary>
    private static DealOutlook Slim(DealOutlook deal) => deal.Prediction is not { } prediction ? deal : deal with
    {
        Prediction = prediction with { Chance = prediction.Chance with { Reasons = [] } },
    };

    private static IReadOnlyList<string> Chosen(string? member) => string.IsNullOrEmpty(member) ? [] : [member];

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted * 2, MostShown);
        await LoadAsync();
    }
}
