using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>The executives' page. Its address is its state.</summary>
public sealed partial class DashboardPage : IAsyncDisposable
{
    private const string SavedKey = "dashboard";
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

    [Inject]
    private DashboardSession Session { get; set; } = null!;

    [Inject]
    private PersistentComponentState Saved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string Period => Session.View switch
    {
        { Compared: { } compared } view => Text["board.compared", PeriodText.Range(Text, view.Range), PeriodText.Range(Text, compared)],
        { } view => PeriodText.Range(Text, view.Range),
        null when Session.Selection.Resolve(Text, DateOnly.FromDateTime(Now.UtcDateTime), out _) is { } range => PeriodText.Range(Text, range),
        null => Text["board.noRange"],
    };

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _saving = Saved.RegisterOnPersisting(Save, RenderMode.InteractiveServer);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var selection = DashboardSelection.Read(RangeKey, From, To, Compare);
        // Wrong values keep their text in the address, so the text decides whether anything changed.
        var address = $"{RangeKey}|{From}|{To}|{Compare}";
        if (address == _shownAddress)
        {
            return;
        }

        var first = _shownAddress is null;
        _shownAddress = address;
        if (first && Saved.TryTakeFromJson<SavedDashboard>(SavedKey, out var saved) && saved is not null && saved.Address == address)
        {
            Session.Adopt(selection, new(saved.Answers));
            return;
        }

        await Session.SelectAsync(selection, StateHasChanged);
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
    }

    private Task Save()
    {
        if (Session.View is { } view && _shownAddress is { } address)
        {
            Saved.PersistAsJson(SavedKey, new SavedDashboard(address, view.Answers));
        }

        return Task.CompletedTask;
    }

    private Task RetryAsync() => Session.LoadAsync(StateHasChanged);

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
