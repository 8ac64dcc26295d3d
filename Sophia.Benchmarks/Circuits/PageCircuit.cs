using System.Text;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Sophia.Benchmarks.Circuits;

/// <summary>
/// The overview in a browser as the server sees it: the document is fetched, its components are started over the circuit's
/// hub as <c>blazor.web.js</c> does, render batches are acknowledged and calls into the browser are answered. Nothing is drawn.
/// </summary>
internal sealed class PageCircuit : IAsyncDisposable
{
    private static readonly byte[] s_live = Encoding.UTF8.GetBytes("connected");
    private readonly Uri _web;
    private readonly int _number;
    private readonly Audience _audience;
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _isLive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _id;
    private int _objects;

    /// <param name="web">The page's address.</param>
    /// <param name="number">Its number among all readers.</param>
    /// <param name="audience">Hears of every render batch.</param>
    public PageCircuit(Uri web, int number, Audience audience)
    {
        (_web, _number, _audience) = (web, number, audience);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(web, "_blazor"), HttpTransportType.WebSockets);
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _hub = builder.Build();
        _hub.On<int, byte[]>("JS.RenderBatch", RenderAsync);
        _hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], AnswerAsync, this);
        _hub.On<string>("JS.Error", error => _isLive.TrySetException(new InvalidOperationException($"The circuit failed: {error}")));
        _hub.Closed += error =>
        {
            _isLive.TrySetException(new InvalidOperationException("The circuit was closed.", error));
            return Task.CompletedTask;
        };
    }

    /// <summary>Opens the page and waits until its figures are live.</summary>
    public async Task OpenAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var document = PageDocument.Read(await http.GetStringAsync(_web, cancellationToken));
        await _hub.StartAsync(cancellationToken);
        _id = await _hub.InvokeAsync<string?>("StartCircuit", _web.AbsoluteUri, _web.AbsoluteUri, "[]", document.State, cancellationToken)
            ?? throw new InvalidOperationException("The server refused the circuit.");
        await _hub.SendAsync("UpdateRootComponents", document.Operations, document.State, cancellationToken);
        await _isLive.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Says goodbye as a browser that leaves the page, so that the server does not wait for its return.</summary>
    public async Task CloseAsync(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([new("circuitId", _id)]);
        using var answer = await http.PostAsync(new Uri(_web, "_blazor/disconnect"), form);
        answer.EnsureSuccessStatusCode();
    }

    private async Task RenderAsync(int batch, byte[] changes)
    {
        _audience.Look(_number, changes);
        if (!_isLive.Task.IsCompleted && changes.AsSpan().IndexOf(s_live) >= 0)
        {
            _isLive.TrySetResult();
        }

        await _hub.SendAsync("OnRenderCompleted", batch, null);
    }

    /// <summary>Answers a call into the browser: objects by numbers of their own, everything else by nothing.</summary>
    private Task AnswerAsync(object?[] call, object state)
    {
        var handle = (long)call[0]!;
        // A handle of 0 asks for no answer.
        if (handle == 0)
        {
            return Task.CompletedTask;
        }

        var result = (JSCallResultType)(int)call[3]! switch
        {
            JSCallResultType.JSObjectReference => $$"""{"__jsObjectId":{{Interlocked.Increment(ref _objects)}}}""",
            JSCallResultType.Default or JSCallResultType.JSStreamReference or JSCallResultType.JSVoidResult => "null",
        };
        return _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,{result}]");
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
