using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sophia.Core.Alerts;
using Sophia.Web.Api;

namespace Sophia.Web.Alerts;

/// <summary>What a person can do about an alert: take care of it, or not want to hear of it for a while.</summary>
public sealed partial class AlertControls : IDisposable
{
    private const string NameKey = "name";

    private static readonly int[] s_hours = [1, 4, 24, 72, 168];

    private readonly CancellationTokenSource _leaving = new();
    private Form _open;
    private string? _name;
    private string? _reason;
    private int _hours = s_hours[0];
    private bool _busy;
    private (string Cause, IReadOnlyDictionary<string, string[]>? Errors)? _refusal;

    private enum Form
    {
        None,
        Acknowledge,
        Mute,
    }

    /// <summary>The alert.</summary>
    [Parameter, EditorRequired]
    public required Alert Alert { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Told when it was done.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task OpenAsync(Form form)
    {
        (_open, _refusal) = (_open == form ? Form.None : form, null);
        if (_open == Form.Acknowledge)
        {
            // The browser remembers who its person is.
            _name ??= await Script.InvokeAsync<string?>("localStorage.getItem", _leaving.Token, NameKey);
        }
    }

    private async Task AcknowledgeAsync()
    {
        using var body = JsonContent.Create(new Acknowledgement(_name), AlertsJson.Default.Acknowledgement);
        if (await SendAsync("acknowledge", body, AlertsJson.Default.Alert))
        {
            // Before anybody is told: the card may leave the page with it.
            await Script.InvokeVoidAsync("localStorage.setItem", _leaving.Token, NameKey, _name);
            await OnDone.InvokeAsync();
        }
    }

    private async Task MuteAsync()
    {
        var wish = new MuteRequest { Until = Now.AddHours(_hours), Reason = string.IsNullOrWhiteSpace(_reason) ? null : _reason };
        using var body = JsonContent.Create(wish, AlertsJson.Default.MuteRequest);
        if (await SendAsync("mute", body, AlertsJson.Default.AlertMute))
        {
            await OnDone.InvokeAsync();
        }
    }

    private async Task<bool> SendAsync<T>(string what, HttpContent body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
    {
        _busy = true;
        var answer = await Api.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{Alert.Id}/{what}", body, form, _leaving.Token);
        _busy = false;
        _refusal = answer is ApiAnswer<T>.Failure failure ? (failure.Cause, failure.Errors) : null;
        if (_refusal is null)
        {
            _open = Form.None;
        }

        return _refusal is null;
    }

    private string[] ErrorsOf(string field) => _refusal?.Errors?.GetValueOrDefault(field) ?? [];
}
