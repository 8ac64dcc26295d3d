using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Core.Lists;
using Sophia.Core.Metrics;
using Sophia.Web.Api;

namespace Sophia.Web.Alerts;

/// <summary>What metrics' own past let expect, against what happened.</summary>
public sealed partial class ExpectedPage
{
    /// <summary>The key of the metric that is looked at.</summary>
    [SupplyParameterFromQuery]
    public string? Metric { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => "/alerts/expected?metric=" + Metric;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <summary>The address of a metric's judged days: about four months of them.</summary>
    internal static string DaysOf(string metric) => $"/api/v1/alerts/baselines?metric={Uri.EscapeDataString(metric)}&limit=120";

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<ExpectedView>> ReadAsync(CancellationToken cancellationToken)
    {
        // All rules there can be.
        if (await Api.GetAsync("/api/v1/alerts/rules?limit=200", AlertsJson.Default.PageMetricRule, cancellationToken) is not ApiAnswer<Page<MetricRule>>.Success { Value.Items: var rules })
        {
            return new ApiAnswer<ExpectedView>.Failure(Text["alerts.noRules"]);
        }

        string[] watched = [.. rules.Where(static rule => rule is { Enabled: true, Condition: RuleCondition.Anomaly }).Select(static rule => rule.Metric).Distinct(StringComparer.Ordinal)];
        if ((string.IsNullOrEmpty(Metric) ? watched.FirstOrDefault() : Metric) is not { } metric)
        {
            return new ApiAnswer<ExpectedView>.Success(new(watched, Metric: null, Currency: null, Days: []));
        }

        var currency = await ReadCurrencyAsync(Api, metric, cancellationToken);
        return await Api.GetAsync(DaysOf(metric), AlertsJson.Default.PageBaselineDay, cancellationToken) switch
        {
            ApiAnswer<Page<BaselineDay>>.Success { Value.Items: var days } => new ApiAnswer<ExpectedView>.Success(new(watched, metric, currency, days)),
            ApiAnswer<Page<BaselineDay>>.Failure failure => new ApiAnswer<ExpectedView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    /// <summary>The currency in which a metric is told at present; null where it is not money or could not be had.</summary>
    internal static async Task<string?> ReadCurrencyAsync(ApiClient api, string metric, CancellationToken cancellationToken) =>
        MetricCatalog.Find(metric)?.Unit == MetricUnit.Money
        && await api.GetAsync($"/api/v1/dashboard/metrics?metrics={metric}", DashboardJson.Default.DashboardMetrics, cancellationToken)
            is ApiAnswer<DashboardMetrics>.Success { Value.Metrics: [{ Currency: var currency }] }
            ? currency : null;
}
