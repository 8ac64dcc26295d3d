using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Sophia.Web.Figures;
using Sophia.Web.Languages;

namespace Sophia.Web.Dashboard;

/// <summary>A page of live figures. Its address is its state.</summary>
public abstract class BoardPage : ComponentBase, IAsyncDisposable
{
    private const string SavedKey = "board";
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _leaving = new();
    private PersistingComponentStateSubscription _saving;
    private Task _running = Task.CompletedTask;
    private string? _shownAddress;

    /// <summary>A named range's key.</summary>
    [SupplyParameterFromQuery(Name = "range")]
    public string? RangeKey { get; set; }

    /// <summary>The first day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>previousPeriod or previousYear.</summary>
    [SupplyParameterFromQuery]
    public string? Compare { get; set; }

    /// <summary>Regions to keep.</summary>
    [SupplyParameterFromQuery(Name = "region")]
    public string[]? Regions { get; set; }

    /// <summary>Departments to keep.</summary>
    [SupplyParameterFromQuery(Name = "department")]
    public string[]? Departments { get; set; }

    [Inject]
    private protected DashboardSession Session { get; set; } = null!;

    [Inject]
    private PersistentComponentState Saved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IStringLocalizer<Texts> Words { get; set; } = null!;

    /// <summary>What the page asks for.</summary>
    private protected abstract Board Board { get; }

    /// <summary>The present moment.</summary>
    private protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The days on the page and those that they are held against.</summary>
    private protected string Period => Session.View switch
    {
        { Figures.Comparisons: [{ } first, ..] } view =>
            Words["board.compared", PeriodText.Range(Words, view.Range), PeriodText.Range(Words, new(first.From, first.To))],
        { } view => PeriodText.Range(Words, view.Range),
        null when Session.Selection.Resolve(Words, DateOnly.FromDateTime(Now.UtcDateTime), out _) is { } range => PeriodText.Range(Words, range),
        null => Words["board.noRange"],
    };

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _saving = Saved.RegisterOnPersisting(Save, RenderMode.InteractiveServer);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var query = new SelectionQuery(RangeKey, From, To, Compare, Regions, Departments);
        var selection = DashboardSelection.Read(query, Board.Path);
        // Wrong values keep their text in the address, so the text decides whether anything changed.
        var address = $"{Board.Path}|{query.Key}";
        if (address == _shownAddress)
        {
            return;
        }

        var first = _shownAddress is null;
        _shownAddress = address;
        if (first && Saved.TryTakeFromJson<SavedDashboard>(SavedKey, out var saved) && saved is not null && saved.Address == address)
        {
            Session.Adopt(Board, selection, new(saved.Answers));
            return;
        }

        await Session.SelectAsync(Board, selection, StateHasChanged);
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _running = RunAsync();
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

    private Task Save()
    {
        if (Session.View is { } view && _shownAddress is { } address)
        {
            Saved.PersistAsJson(SavedKey, new SavedDashboard(address, view.Answers));
        }

        return Task.CompletedTask;
    }

    /// <summary>Asks for the figures once more.</summary>
    private protected Task RetryAsync() => Session.LoadAsync(StateHasChanged);

    private async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Session.FollowAsync(InvokeAsync, StateHasChanged, _leaving.Token), TickAsync());
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

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(s_tick, Clock);
        while (await timer.WaitForNextTickAsync(_leaving.Token))
        {
            await InvokeAsync(async () =>
            {
                await Session.TickAsync(StateHasChanged);
                StateHasChanged();
            });
        }
    }
}
