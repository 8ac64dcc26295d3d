using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;
using Sophia.Web.Api;

namespace Sophia.Web.Imports;

/// <summary>One import: what would be read and how, how far it is, what came of it, and taking it back.</summary>
public sealed partial class ImportPage
{
    // A worker that lives moves every few hundred milliseconds.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(20);

    private ElementReference _heading;
    private MappingDraft? _draft;
    private (ImportState State, int Done)? _seen;
    private DateTimeOffset _movedAt;
    private bool _busy;
    private bool _toHeading;
    private bool _follows;
    private string? _refusal;
    private string? _mappingRefusal;
    private string? _said;

    /// <summary>The import.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ImportsClient Client { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => ImportText.AddressOf(Id);

    /// <inheritdoc />
    protected override TimeSpan Interval => IsOnItsWay ? TimeSpan.FromMilliseconds(700) : TimeSpan.FromSeconds(15);

    private bool IsOnItsWay => Data?.State is ImportState.Importing or ImportState.Undoing;

    // What is pressed before the circuit is there would be lost.
    private bool IsDeaf => _busy || !RendererInfo.IsInteractive;

    private bool IsStuck => IsOnItsWay && Now - _movedAt > s_longestPause;

    private string Name => Data is { } import ? ImportText.Name(Text, import.FileName) : Text["import.title"];

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<Import>> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await Client.GetAsync(Id, cancellationToken);
        if (answer is not ApiAnswer<Import>.Success { Value: var import })
        {
            return answer;
        }

        if (_seen != (import.State, import.Done))
        {
            (_seen, _movedAt) = ((import.State, import.Done), Now);
        }

        return new ApiAnswer<Import>.Success(ShownImport.Of(import));
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toHeading)
        {
            // What was pressed is gone; the reader goes on where the state is said.
            _toHeading = false;
            await _heading.FocusAsync();
        }
    }

    /// <summary>What somebody is changing stays while the page is renewed.</summary>
    private MappingDraft Draft(Import import)
    {
        if (_draft is null || _draft.Import.Id != import.Id || (!_draft.IsChanged && _draft.Import != import))
        {
            _draft = new(import);
        }

        return _draft;
    }

    private void Reset() => (_draft, _mappingRefusal) = (null, null);

    private Task ApplyAsync() => DoAsync(async () =>
    {
        switch (await Client.MapAsync(Id, _draft!.ToMapping(), Leaving))
        {
            case ApiAnswer<Import>.Success { Value: var read }:
                Reset();
                _said = Text["import.readAgain", ImportText.Count(read.GoodRows), ImportText.Count(read.Rows)];
                break;
            case ApiAnswer<Import>.Failure failure:
                _mappingRefusal = failure.Cause;
                break;
        }

        await LoadAsync();
    });

    private Task ConfirmAsync() => DoAsync(async () => await AfterAsync(await Client.ConfirmAsync(Id, Leaving)));

    private Task UndoAsync() => DoAsync(async () => await AfterAsync(await Client.UndoAsync(Id, Leaving)));

    private Task DiscardAsync() => DoAsync(async () =>
    {
        if (await Client.DiscardAsync(Id, Leaving) is ApiAnswer<Done>.Failure { IsMissing: false } failure)
        {
            _refusal = failure.Cause;
            await LoadAsync();
        }
        else
        {
            Navigation.NavigateTo("/import");
        }
    });

    private async Task AfterAsync(ApiAnswer<Import> answer)
    {
        _refusal = (answer as ApiAnswer<Import>.Failure)?.Cause;
        // From here on the state is said whenever it changes.
        _follows = _toHeading = _refusal is null;
        await LoadAsync();
    }

    private async Task DoAsync(Func<Task> act)
    {
        (_busy, _refusal, _mappingRefusal) = (true, null, null);
        StateHasChanged();
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }
}
