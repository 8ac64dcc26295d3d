using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Live;
using Sophia.Dashboard.Resources;

namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>What the processes write, as it comes.</summary>
public sealed partial class ConsolePage(ControlClient control, ResourceFeed feed, NavigationManager navigation, IJSRuntime script) : LiveComponent
{
    private const int WrappedLines = 500;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _switched = new(0, 1);
    private ConsoleBuffer _buffer = new(ConsoleDownload.LinesKept);
    private List<ConsoleEntry> _shown = [];
    // What was there when the viewer paused; the buffer goes on collecting meanwhile.
    private IReadOnlyList<ConsoleEntry>? _paused;
    private long _waiting;
    private bool _wrap;
    private bool _several;
    private string? _followed;
    private ControlLink _link;
    private IReadOnlyList<ResourceView> _resources = [];
    private ElementReference _scroller;
    private IJSObjectReference? _module;

    /// <summary>One resource, or all.</summary>
    [SupplyParameterFromQuery]
    public string? Resource { get; set; }

    /// <summary>Text that lines contain.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Filter { get; set; }

    /// <summary>Only what went to the error output.</summary>
    [SupplyParameterFromQuery]
    public bool Errors { get; set; }

    [CascadingParameter]
    private ViewerTime Time { get; set; } = ViewerTime.Utc;

    private string Summary => $"{NumberText.Count(_shown.Count)} lines{(string.IsNullOrEmpty(Filter) && !Errors ? "" : $" of {NumberText.Count(_buffer.Entries.Count)}")}, {Time.Name}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _resources = feed.Read();
        _link = feed.Link;
        if (_followed != (Resource ?? ""))
        {
            _followed = Resource ?? "";
            _buffer = new(ConsoleDownload.LinesKept);
            _paused = null;
            if (_switched.CurrentCount == 0)
            {
                _switched.Release();
            }
        }

        Show();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _link is not ControlLink.NotConfigured)
        {
            _module = await script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["ConsoleLogs/ConsolePage.razor.js"]);
            await _module.InvokeVoidAsync("follow", _scroller);
        }
    }

    /// <inheritdoc />
    protected override async Task RunAsync(CancellationToken leaving)
    {
        var switched = _switched.WaitAsync(leaving);
        while (true)
        {
            await switched;
            switched = _switched.WaitAsync(leaving);
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(leaving);
            // A page that is slower than the stack holds up its streams here, not in ever more memory.
            var lines = Channel.CreateBounded<ConsoleLine>(2 * ConsoleDownload.LinesKept);
            var following = ReadAsync(string.IsNullOrEmpty(_followed) ? null : _followed, lines.Writer, turn.Token);
            var collecting = CollectAsync(lines.Reader, turn.Token);
            var ended = await Task.WhenAny(switched, following, collecting);
            await turn.CancelAsync();
            await Task.WhenAll(following, collecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ended;
        }
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        _switched.Dispose();
        try
        {
            if (_module is { } module)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    private async Task ReadAsync(string? resource, ChannelWriter<ConsoleLine> lines, CancellationToken cancellationToken)
    {
        long? last = null;
        while (control.IsConfigured)
        {
            try
            {
                await foreach (var line in control.ReadLogAsync(resource, ConsoleDownload.LinesKept, last, follow: true, cancellationToken))
                {
                    last = line.Sequence;
                    await lines.WriteAsync(line, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
            {
                // The host is gone, or the resource is; the feed says so. The stream goes on where it broke off.
            }

            await Task.Delay(s_retry, Clock, cancellationToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    private async Task CollectAsync(ChannelReader<ConsoleLine> lines, CancellationToken cancellationToken)
    {
        while (await lines.WaitToReadAsync(cancellationToken))
        {
            // Lines come in bursts: a moment's worth is drawn at once.
            await Task.Delay(s_interval, Clock, cancellationToken);
            await InvokeAsync(() =>
            {
                var batch = new List<ConsoleLine>();
                while (batch.Count < ConsoleDownload.LinesKept && lines.TryRead(out var line))
                {
                    batch.Add(line);
                }

                _buffer.Add(batch);
                _waiting += batch.Count;
                _resources = feed.Read();
                _link = feed.Link;
                Show();
                StateHasChanged();
            });
        }
    }

    private void Show()
    {
        if (_paused is null)
        {
            _waiting = 0;
        }

        var entries = _paused ?? _buffer.Entries;
        // Every entry matches an empty filter, and a copy keeps what the browser asks for apart from what comes meanwhile.
        _shown = string.IsNullOrEmpty(Filter) && !Errors ? [.. entries] : [.. entries.Where(entry => entry.Matches(Filter, Errors))];
        _several = _resources.Count(view => string.IsNullOrEmpty(Resource) || view.Resource.Name == Resource || view.Resource.Model == Resource) > 1;
    }

    private void Pause()
    {
        _paused = _paused is null ? [.. _buffer.Entries] : null;
        Show();
    }

    private int Series(string resource)
    {
        for (var index = 0; index < _resources.Count; index++)
        {
            if (_resources[index].Resource.Name == resource)
            {
                return (index % 8) + 1;
            }
        }

        return 8;
    }

    private void Go(string? resource = null, string? filter = null, bool? errors = null) => navigation.NavigateTo(
        Address.Of("/console", ("resource", resource ?? Resource), ("q", filter ?? Filter), ("errors", errors ?? Errors ? "true" : null)), replace: true);
}
