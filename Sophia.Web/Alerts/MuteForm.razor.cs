using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Metrics;
using Sophia.Web.Api;
using Sophia.Web.Predictions;

namespace Sophia.Web.Alerts;

/// <summary>Asks not to hear of some alerts for a while, once or every week.</summary>
public sealed partial class MuteForm : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<string> _members = [];
    private IReadOnlyDictionary<string, string[]> _errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
    private string _metric = string.Empty;
    private Dimension? _dimension;
    private string _member = string.Empty;
    private DateTime? _from;
    private DateTime? _until;
    private bool _weekly;
    private string? _reason;
    private string? _refusal;
    private bool _busy;

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Told when a mute was added.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        var start = Now.UtcDateTime;
        _from = new DateTime(start.Year, start.Month, start.Day, start.Hour, start.Minute, 0, DateTimeKind.Utc);
        _until = _from.Value.AddHours(1);
    }

    private async Task ReadMembersAsync()
    {
        if (_dimension is { } gone && MetricCatalog.Find(_metric)?.Dimensions.Contains(gone) != true)
        {
            _dimension = null;
        }

        _members = _dimension is { } dimension ? await PartChoice.ReadAsync(Api, _metric, dimension, _leaving.Token) : [];
        _member = _members.Contains(_member, StringComparer.Ordinal) ? _member : _members is [var first, ..] ? first : string.Empty;
    }

    private async Task AddAsync()
    {
        _busy = true;
        var wish = new MuteRequest
        {
            Metric = _metric.Length == 0 ? null : _metric,
            Scope = _dimension is { } dimension ? $"{JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString())}={_member}" : null,
            From = Utc(_from),
            Until = Utc(_until),
            Weekly = _weekly,
            Reason = string.IsNullOrWhiteSpace(_reason) ? null : _reason,
        };
        using var body = JsonContent.Create(wish, AlertsJson.Default.MuteRequest);
        var answer = await Api.SendAsync(HttpMethod.Post, "/api/v1/alerts/mutes", body, AlertsJson.Default.AlertMute, _leaving.Token);
        _busy = false;
        var failure = answer as ApiAnswer<AlertMute>.Failure;
        _errors = failure?.Errors ?? new Dictionary<string, string[]>(StringComparer.Ordinal);
        _refusal = _errors.Count == 0 ? failure?.Cause : Text["mute.notAdded"];
        if (failure is null)
        {
            _reason = null;
            await OnDone.InvokeAsync();
        }
    }

    private string[] ErrorsOf(string field) => _errors.GetValueOrDefault(field) ?? [];

    private static DateTimeOffset? Utc(DateTime? moment) => moment is { } known ? new(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
}
