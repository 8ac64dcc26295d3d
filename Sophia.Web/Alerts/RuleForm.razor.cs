using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Metrics;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Alerts;

/// <summary>Writes a rule. What is refused is said at its field, and nothing that was typed is lost.</summary>
public sealed partial class RuleForm : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private RuleDraft _draft = new();
    private IReadOnlyList<string> _members = [];
    private IReadOnlyDictionary<string, string[]> _errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
    private string? _refusal;
    private bool _busy;

    /// <summary>The rule that is changed, or null for a new one.</summary>
    [Parameter]
    public MetricRule? Rule { get; set; }

    /// <summary>The key of the metric that a new rule begins with, or null.</summary>
    [Parameter]
    public string? Metric { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _draft = Rule is { } rule ? RuleDraft.Of(rule) : new();
        if (Rule is null && Metric is { } metric && MetricCatalog.Find(metric) is not null)
        {
            _draft.Metric = metric;
        }

        await ReadMembersAsync();
    }

    private async Task ChooseMetricAsync()
    {
        if (_draft.Dimension is { } dimension && _draft.Definition?.Dimensions.Contains(dimension) != true)
        {
            (_draft.Dimension, _draft.Member) = (null, string.Empty);
        }

        await ReadMembersAsync();
    }

    private async Task ChooseDimensionAsync()
    {
        _draft.Member = string.Empty;
        await ReadMembersAsync();
    }

    private async Task ReadMembersAsync() =>
        _members = _draft.Dimension is { } dimension ? await PartChoice.ReadAsync(Api, _draft.Metric, dimension, _leaving.Token) : [];

    private async Task SaveAsync()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var request = _draft.ToRequest(Text, errors);
        (_errors, _refusal) = (errors, null);
        if (errors.Count > 0)
        {
            return;
        }

        _busy = true;
        using var body = JsonContent.Create(request, AlertsJson.Default.MetricRuleRequest);
        var answer = Rule is { } rule
            ? await Api.SendAsync(HttpMethod.Put, $"/api/v1/alerts/rules/{rule.Id}", body, AlertsJson.Default.MetricRule, _leaving.Token)
            : await Api.SendAsync(HttpMethod.Post, "/api/v1/alerts/rules", body, AlertsJson.Default.MetricRule, _leaving.Token);
        _busy = false;
        if (answer is ApiAnswer<MetricRule>.Failure failure)
        {
            _errors = failure.Errors ?? _errors;
            _refusal = _errors.Count == 0 ? failure.Cause : Text["rule.notSaved"];
            return;
        }

        Navigation.NavigateTo("/alerts/rules");
    }

    private string[] ErrorsOf(string field) => _errors.GetValueOrDefault(field) ?? [];

    private string Labelled(string key) => _draft.InPercent ? Text["rule.percent", Text[key].Value] : Text[key];
}
