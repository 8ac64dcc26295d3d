using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Web.Api;
using Sophia.Web.Figures;

namespace Sophia.Web.Alerts;

/// <summary>One alert: what is wrong, since when, what explains it, and how it came about.</summary>
public sealed partial class AlertPage
{
    /// <summary>The alert.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => $"/api/v1/alerts/{Id}";

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<AlertDetail>> ReadAsync(CancellationToken cancellationToken) =>
        await Api.GetAsync(Address, AlertsJson.Default.Alert, cancellationToken) switch
        {
            ApiAnswer<Alert>.Success { Value: { Condition: RuleCondition.Anomaly } alert } =>
                new ApiAnswer<AlertDetail>.Success(new(alert, Figures: null, await ReadDaysAsync(alert, cancellationToken))),
            ApiAnswer<Alert>.Success { Value: var alert } =>
                new ApiAnswer<AlertDetail>.Success(new(alert, await ReadFiguresAsync(alert, cancellationToken), Days: null)),
            ApiAnswer<Alert>.Failure failure => new ApiAnswer<AlertDetail>.Failure(failure.Cause, failure.IsMissing),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };

    private async Task<IReadOnlyList<BaselineDay>?> ReadDaysAsync(Alert alert, CancellationToken cancellationToken) =>
        (await Api.GetAsync(ExpectedPage.DaysOf(alert.Metric), AlertsJson.Default.PageBaselineDay, cancellationToken) as ApiAnswer<Page<BaselineDay>>.Success)?.Value.Items;

    private async Task<DashboardMetrics?> ReadFiguresAsync(Alert alert, CancellationToken cancellationToken) =>
        (await Api.GetAsync(alert.Evidence.Figures, DashboardJson.Default.DashboardMetrics, cancellationToken) as ApiAnswer<DashboardMetrics>.Success)?.Value;

    private string ValueOf(RelatedAlert related) => MetricCatalog.Find(related.Metric) is { } metric
        ? FigureText.Write(Text, related.Value, metric.Unit, metric.Unit == MetricUnit.Money ? Data?.Alert.Currency : null)
        : FigureText.NoData;
}
