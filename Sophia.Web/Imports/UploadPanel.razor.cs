using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Sophia.Core.Imports;
using Sophia.Web.Api;

namespace Sophia.Web.Imports;

/// <summary>Takes a file from the browser and sends it on to be read.</summary>
public sealed partial class UploadPanel : IDisposable
{
    // A bar that moves more often than this looks no smoother.
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _cancelling;
    private IBrowserFile? _file;
    private FileOnItsWay? _sending;
    private Refusal? _failure;
    private string? _said;
    private bool _over;
    private bool _ready;

    /// <summary>What the file holds, or null where its columns are to tell.</summary>
    [Parameter]
    public ImportKind? Kind { get; set; }

    [Inject]
    private ImportsClient Client { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // The field's own script listens once this round is through; a file that is chosen before would be lost.
            await Task.Yield();
            _ready = true;
            StateHasChanged();
        }
    }

    private Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        (_file, _over, _said) = (chosen.File, false, null);
        if (_file.Size > ImportsClient.LargestFile)
        {
            _failure = new(
                Text["import.tooLarge", ImportText.Megabytes(_file.Size), ImportsClient.LargestFile / 1_048_576], Text["import.split"], CanTryAgain: false);
            return Task.CompletedTask;
        }

        return SendAsync();
    }

    private async Task SendAsync()
    {
        var file = _file!;
        var sending = new FileOnItsWay(file);
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        (_sending, _cancelling, _failure, _said) = (sending, cancelling, null, Text["import.sending"]);
        StateHasChanged();
        try
        {
            var drawn = Clock.GetTimestamp();
            Take(await Client.BringAsync(
                file,
                Kind,
                sent =>
                {
                    sending.Sent = sent;
                    if (sending.IsSent || Clock.GetElapsedTime(drawn) >= s_step)
                    {
                        drawn = Clock.GetTimestamp();
                        _ = InvokeAsync(StateHasChanged);
                    }
                },
                cancelling.Token));
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            _said = Text["import.cancelled"];
        }
        catch (Exception exception) when (exception is FileUnreadableException or OperationCanceledException)
        {
            // A cancellation that nobody asked for is the browser's; unheard it would pass in silence.
            _failure = new(Text["import.unreadable"], Text["import.chooseAgain"], CanTryAgain: false);
        }
        finally
        {
            (_sending, _cancelling) = (null, null);
        }
    }

    private void Take(ApiAnswer<Import> answer)
    {
        switch (answer)
        {
            case ApiAnswer<Import>.Success { Value: var import }:
                Navigation.NavigateTo(ImportText.AddressOf(import.Id));
                break;
            case ApiAnswer<Import>.Failure { Errors: { } errors } refused when errors.ContainsKey("kind"):
                _failure = new(refused.Cause, Text["import.sayKind"], CanTryAgain: true, NeedsKind: true);
                break;
            case ApiAnswer<Import>.Failure { Errors: not null } refused:
                _failure = new(refused.Cause, Text["import.chooseAnother"], CanTryAgain: false);
                break;
            case ApiAnswer<Import>.Failure failure:
                _failure = new(failure.Cause, Text["import.kept"], CanTryAgain: true);
                break;
        }
    }

    private Task CancelAsync() => _cancelling?.CancelAsync() ?? Task.CompletedTask;

    /// <summary>Why a file was not taken, and the way out.</summary>
    private sealed record Refusal(string Cause, string WayOut, bool CanTryAgain, bool NeedsKind = false);
}
