using Microsoft.AspNetCore.Components;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Dashboard;

/// <summary>Brings forecasts and findings to a board beside its figures, which do not wait for them.</summary>
public sealed partial class OutlookSource
{
    // More would not be read; the rest is what is less sure.
    private const int MostFindings = 6;
    private const int MostCorrelations = 3;

    /// <summary>What the page is filtered by.</summary>
    [Parameter]
    public IReadOnlyList<MetricFilter> Filters { get; set; } = [];

    /// <summary>What is drawn with the outlook, which is null while it is on its way and where it could not be had.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<BoardOutlook?> ChildContent { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private SharedOutlooks Outlooks { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address =>
        "/api/v1/forecasts?metrics=" + string.Join(',', ExpectedChange.Metrics) + (TrendForecast.OnlyRegion(Filters) is null ? string.Empty : "&groupBy=region");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<BoardOutlook>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Outlooks.Find(Address) is { } told)
        {
            return new ApiAnswer<BoardOutlook>.Success(told);
        }

        var address = Address;
        var forecasting = Api.GetAsync(address, PredictionJson.Default.ForecastAnswer, cancellationToken);
        var correlating = Api.GetAsync("/api/v1/insights/correlations", PredictionJson.Default.CorrelationsAnswer, cancellationToken);
        var found = await Api.GetAsync("/api/v1/insights/findings", PredictionJson.Default.FindingsAnswer, cancellationToken);
        var findings = (found as ApiAnswer<FindingsAnswer>.Success)?.Value;
        return new ApiAnswer<BoardOutlook>.Success(Outlooks.Share(address, new(
            (await forecasting as ApiAnswer<ForecastAnswer>.Success)?.Value.Forecasts,
            findings is null ? null : findings with { Findings = [.. findings.Findings.Where(static one => one.IsCurrent).Take(MostFindings).Select(Slim)] },
            [.. ((await correlating as ApiAnswer<CorrelationsAnswer>.Success)?.Value.Correlations ?? []).Take(MostCorrelations)]), Now));
    }

    /// <inheritdoc />
    private protected override BoardOutlook Share(BoardOutlook saved, DateTimeOffset loadedAt) => Outlooks.Find(Address) ?? Outlooks.Share(Address, saved, loadedAt);

    /// <summary>A finding without what the strip does not show, so that the page's saved state stays small.</summary>
    private static FindingItem Slim(FindingItem item) => item with
    {
        Finding = item.Finding with { Evidence = [.. item.Finding.Evidence.Take(1)], Factors = null, Changes = new Dictionary<string, Core.Analytics.Discovery.Changes.ChangeExplanation>(StringComparer.Ordinal) },
    };
}
