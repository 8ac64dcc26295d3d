using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Web.Api;
using Sophia.Web.Dashboard;

namespace Sophia.Web.Alerts;

/// <summary>The rules by which metrics are watched.</summary>
public sealed partial class RulesPage
{
    private Guid? _asked;
    private string? _refusal;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => string.Empty;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<RulesView>> ReadAsync(CancellationToken cancellationToken)
    {
        // There can be at most 200 rules.
        var listing = Api.GetAsync("/api/v1/alerts/rules?limit=200", AlertsJson.Default.PageMetricRule, cancellationToken);
        var currency = await ExpectedPage.ReadCurrencyAsync(Api, OverviewBoard.Revenue, cancellationToken);
        return await listing switch
        {
            ApiAnswer<Page<MetricRule>>.Success { Value.Items: var rules } => new ApiAnswer<RulesView>.Success(new(rules, currency)),
            ApiAnswer<Page<MetricRule>>.Failure failure => new ApiAnswer<RulesView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };
    }

    private async Task DeleteAsync(MetricRule rule)
    {
        // Somebody else may have been faster: gone is gone.
        var answer = await Api.SendAsync(HttpMethod.Delete, $"/api/v1/alerts/rules/{rule.Id}", Leaving);
        (_refusal, _asked) = (answer is ApiAnswer<Done>.Failure { IsMissing: false } failure ? failure.Cause : null, null);
        await LoadAsync();
    }
}
