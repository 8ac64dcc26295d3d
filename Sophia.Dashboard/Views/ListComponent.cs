using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;

namespace Sophia.Dashboard.Views;

/// <summary>A page that lists records, newest first, and goes further back when asked.</summary>
/// <typeparam name="TItem">A record.</typeparam>
public abstract class ListComponent<TItem> : WindowedComponent
{
    // Names hardly change, and collecting them reads thousands of records.
    private static readonly TimeSpan s_namesAge = TimeSpan.FromSeconds(10);
    // More than a screen has room for.
    private const int Screenful = 40;
    private string? _namesOf;
    private DateTimeOffset _namesRead;

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery]
    public string? Resource { get; set; }

    /// <summary>Text in the record.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>Conditions on attributes.</summary>
    [SupplyParameterFromQuery(Name = "filter")]
    public string[] Filters { get; set; } = [];

    /// <summary>How many records are shown.</summary>
    [SupplyParameterFromQuery]
    public int? Limit { get; set; }

    /// <inheritdoc />
    protected override string UsualRange => "24h";

    /// <summary>How many records are shown first, and how many more each time.</summary>
    protected abstract int Step { get; }

    /// <summary>The rows that a browser draws without getting slow; further back the search is narrowed instead.</summary>
    protected abstract int Most { get; }

    /// <summary>What is shown; null before the first answer.</summary>
    protected TelemetryPage<TItem>? Page { get; private set; }

    /// <summary>The records that are drawn: of a first answer at first those that can be seen without scrolling, so that they do not wait for the others.</summary>
    protected IEnumerable<TItem> Rows { get; private set; } = [];

    /// <summary>Names of attributes, as suggestions for conditions.</summary>
    protected IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>How many records there are, in words.</summary>
    /// <param name="one">What one of them is.</param>
    /// <param name="many">What several are.</param>
    /// <returns>The words.</returns>
    protected string Summarize(string one, string many) => Page is not { } page ? ""
        : $"{(page.Next is null ? NumberText.Count(page.Items.Count, one, many) : $"{NumberText.Count(page.Items.Count)}+ {many}")}, newest first, {Time.Name}";

    /// <summary>Finds records.</summary>
    /// <param name="cursor">Where to go on; null for the newest.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The records.</returns>
    protected abstract Task<TelemetryPage<TItem>> FindAsync(string? cursor, int limit, CancellationToken cancellationToken);

    /// <summary>Finds the names of attributes of recent records.</summary>
    /// <param name="resource">A service or process; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The names.</returns>
    protected abstract Task<IReadOnlyList<string>> FindNamesAsync(string? resource, CancellationToken cancellationToken);

    /// <summary>Prepares what is shown beside new records.</summary>
    /// <param name="page">The records.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it is done.</returns>
    protected abstract Task TakeAsync(TelemetryPage<TItem> page, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var first = Page is null;
        await ShowAsync(await FindAsync(cursor: null, Math.Clamp(Limit ?? Step, Step, Most), cancellationToken), cancellationToken);
        if (first)
        {
            Rows = Page!.Items.Take(Screenful);
            StateHasChanged();
            Rows = Page.Items;
        }

        var resource = Resource.OrNull();
        if (_namesOf != resource || Now - _namesRead > s_namesAge)
        {
            // The records do not wait for suggestions.
            StateHasChanged();
            Names = await FindNamesAsync(resource, cancellationToken);
            (_namesOf, _namesRead) = (resource, Now);
        }
    }

    /// <summary>Goes further back.</summary>
    /// <returns>When older records are shown, or on their way.</returns>
    protected async Task MoreAsync()
    {
        if (Page is { Complete: false, Next: { } next } page)
        {
            // The search ran out of its time, not of records: go on from there.
            var further = await FindAsync(next, Step, Leaving);
            await ShowAsync(further with { Items = [.. page.Items, .. further.Items] }, Leaving);
            return;
        }

        GoTo(Math.Min(Most, (Limit ?? Step) + Step));
    }

    /// <summary>Goes to the page's address with another number of records.</summary>
    /// <param name="limit">How many.</param>
    protected abstract void GoTo(int limit);

    /// <summary>What the address says of the list beside the page's own parameters.</summary>
    /// <param name="filters">Conditions; null for the present ones.</param>
    /// <param name="limit">How many records; null for as many as now.</param>
    /// <param name="window">The stretch of time; null for the present one.</param>
    /// <returns>The parameters.</returns>
    protected IEnumerable<(string Name, string? Value)> Say(IReadOnlyList<string>? filters, int? limit, TimeWindow? window) =>
    [
        ("limit", (limit ?? Limit)?.ToString(CultureInfo.InvariantCulture)), .. Say(window),
        .. (filters ?? Filters).Select(static filter => ("filter", (string?)filter)),
    ];

    private async Task ShowAsync(TelemetryPage<TItem> page, CancellationToken cancellationToken)
    {
        await TakeAsync(page, cancellationToken);
        (Page, Rows) = (page, page.Items);
    }
}
