using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Live;
using Sophia.Dashboard.Telemetry;

namespace Sophia.Dashboard.Views;

/// <summary>
/// A page over telemetry: reads when its address changes and again when something new came, never twice at the same time,
/// and keeps what it shows where reading fails.
/// </summary>
public abstract class TelemetryComponent : LiveComponent
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    // A window that ends now moves on although nothing comes.
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(10);
    private readonly Signal _drawn = new();
    private CancellationTokenSource? _reading;
    private string? _address;

    [Inject]
    private protected TelemetryFeed Feed { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private protected ViewerTime Time { get; set; } = ViewerTime.Utc;

    /// <summary>Whether new telemetry is left aside.</summary>
    protected bool Paused { get; private set; }

    /// <summary>Whether the first answer is still on its way.</summary>
    protected bool Loading { get; private set; } = true;

    /// <summary>Why there is nothing new.</summary>
    protected string? Failure { get; private set; }

    /// <summary>What the page wants to be told of.</summary>
    protected abstract TelemetrySignals Signals { get; }

    /// <summary>The present moment.</summary>
    protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && _address != Navigation.Uri)
        {
            var first = _address is null || PathOf(_address) != PathOf(Navigation.Uri);
            _address = Navigation.Uri;
            Loading |= first;
            await ReadAgainAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        _drawn.Raise();
    }

    /// <inheritdoc />
    protected override Task RunAsync(CancellationToken leaving) => Task.WhenAll(FollowFeedAsync(leaving), TickAsync(leaving));

    /// <summary>Reads at once, instead of a reading that is under way.</summary>
    protected async Task ReadAgainAsync()
    {
        if (_reading is { } before)
        {
            await before.CancelAsync();
        }

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        _reading = reading;
        try
        {
            await ReadAsync(reading.Token);
            Failure = null;
            Loading = false;
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // Another reading took over, or the viewer left.
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException or IOException)
        {
            Failure = exception.Message;
            Loading = false;
        }
        finally
        {
            if (_reading == reading)
            {
                _reading = null;
            }
        }
    }

    /// <summary>Stops following, or goes on and reads what came meanwhile.</summary>
    protected async Task TogglePauseAsync()
    {
        Paused = !Paused;
        if (!Paused)
        {
            await ReadAgainAsync();
        }
    }

    /// <summary>Goes to another address of the page.</summary>
    protected void Go(string address, bool replace = true) => Navigation.NavigateTo(address, replace: replace);

    private static string PathOf(string address) => new Uri(address).AbsolutePath;

    private async Task FollowFeedAsync(CancellationToken leaving)
    {
        // What the page began with is drawn first.
        await Task.Delay(s_pause, Clock, leaving);
        await foreach (var _ in Feed.WatchAsync(Signals, s_pause, leaving))
        {
            var drawn = _drawn.Next;
            if (await RefreshAsync())
            {
                // A browser that is busy or away is sent no more than it draws, so that no click waits behind what nobody saw.
                await drawn.WaitAsync(leaving);
            }
        }
    }

    private async Task TickAsync(CancellationToken leaving)
    {
        using var timer = new PeriodicTimer(s_tick, Clock);
        while (await timer.WaitForNextTickAsync(leaving))
        {
            await RefreshAsync();
        }
    }

    private async Task<bool> RefreshAsync()
    {
        var refreshed = false;
        await InvokeAsync(async () =>
        {
            if (!Paused && _reading is null)
            {
                await ReadAgainAsync();
                StateHasChanged();
                refreshed = true;
            }
        });
        return refreshed;
    }
}
