using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sophia.Web.Api;

namespace Sophia.Web.Pages;

/// <summary>
/// A page that shows one answer of the API, asks for it anew every few seconds, and keeps the last one in sight, with its
/// age, while it cannot be renewed.
/// </summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract class LoadingPage<T> : ComponentBase, IAsyncDisposable
    where T : class
{
    /// <summary>How soon a page that could not be renewed asks again, unless it would ask sooner anyway.</summary>
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _leaving = new();
    private PersistingComponentStateSubscription _saving;
    private CancellationTokenSource? _loading;
    private PeriodicTimer? _timer;
    private Task _running = Task.CompletedTask;
    private string? _shownAddress;

    [Inject]
    private PersistentComponentState Saved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>The answer, or null before the first arrives.</summary>
    protected T? Data { get; private set; }

    /// <summary>When the answer arrived.</summary>
    protected DateTimeOffset LoadedAt { get; private set; }

    /// <summary>Why the last attempt gave nothing, or null.</summary>
    protected string? Failure { get; private set; }

    /// <summary>Whether there is no such thing, so that asking again cannot help.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>Whether another answer than the shown one is on its way.</summary>
    protected bool Busy { get; private set; }

    /// <summary>The present moment.</summary>
    protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Ends when the viewer leaves.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>What decides the answer: where it changes, the page loads anew.</summary>
    protected abstract string Address { get; }

    /// <summary>How long the answer is shown before it is asked for anew; it may depend on the answer.</summary>
    protected virtual TimeSpan Interval => TimeSpan.FromSeconds(5);

    private TimeSpan Wait => Failure is not null && Interval > s_retry ? s_retry : Interval;

    /// <summary>Asks for the answer.</summary>
    private protected abstract Task<ApiAnswer<T>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What the page holds in place of an answer that it brought along: an equal one, where it can share that with others.</summary>
    /// <param name="saved">The answer.</param>
    /// <param name="loadedAt">When it arrived.</param>
    private protected virtual T Share(T saved, DateTimeOffset loadedAt) => saved;

    /// <inheritdoc />
    protected override void OnInitialized() => _saving = Saved.RegisterOnPersisting(Save, RenderMode.InteractiveServer);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Address == _shownAddress)
        {
            return;
        }

        var first = _shownAddress is null;
        _shownAddress = Address;
        if (first && Saved.TryTakeFromJson<SavedAnswer<T>>(GetType().Name, out var saved) && saved?.Address == Address)
        {
            (Data, LoadedAt) = (Share(saved.Data, saved.LoadedAt), saved.LoadedAt);
            return;
        }

        Busy = true;
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _running = RunAsync();
        }
    }

    /// <summary>Asks once more, now.</summary>
    protected async Task LoadAsync()
    {
        _loading?.Cancel();
        using var loading = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        _loading = loading;
        try
        {
            Take(await ReadAsync(loading.Token));
        }
        catch (OperationCanceledException) when (loading.IsCancellationRequested)
        {
            // A newer question took this one's place, or the viewer left.
        }
        finally
        {
            if (_loading == loading)
            {
                _loading = null;
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _saving.Dispose();
        await _leaving.CancelAsync();
        await _running;
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Take(ApiAnswer<T> answer)
    {
        switch (answer)
        {
            case ApiAnswer<T>.Success success:
                (Data, LoadedAt, Failure, IsMissing) = (success.Value, Now, null, false);
                break;
            case ApiAnswer<T>.Failure failure:
                // What was there belongs to another address, or to something that is gone.
                Data = Busy || failure.IsMissing ? null : Data;
                (Failure, IsMissing) = (failure.Cause, failure.IsMissing);
                break;
        }

        Busy = false;
        if (_timer is { } timer && timer.Period != Wait)
        {
            timer.Period = Wait;
        }
    }

    private Task Save()
    {
        if (Data is { } data && _shownAddress is { } address)
        {
            Saved.PersistAsJson(GetType().Name, new SavedAnswer<T>(address, data, LoadedAt));
        }

        return Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        try
        {
            using var timer = _timer = new PeriodicTimer(Wait, Clock);
            while (await timer.WaitForNextTickAsync(_leaving.Token))
            {
                await InvokeAsync(async () =>
                {
                    if (!IsMissing)
                    {
                        await LoadAsync();
                    }

                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
        catch (Exception exception)
        {
            // Nobody awaits this task while the page lives, so the surprise is handed to the error boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
