using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;
using Sophia.Core.Lists;
using Sophia.Web.Api;

namespace Sophia.Web.Imports;

/// <summary>Takes people's own files, and lists those that were brought.</summary>
public sealed partial class ImportsPage
{
    private const int Step = 20;

    // What one question to the API brings; older imports are had from the API.
    private const int MostShown = 200;

    // Bounded by the imports that are shown.
    private readonly Dictionary<Guid, string> _refusals = [];

    private int _wanted = Step;

    /// <summary>What the next file holds, where a link says it.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [Inject]
    private ImportsClient Client { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => "/import";

    /// <inheritdoc />
    protected override TimeSpan Interval => Data?.Imports.Any(static import => import.State is ImportState.Importing or ImportState.Undoing) == true
        ? TimeSpan.FromSeconds(1)
        : TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<ImportsView>> ReadAsync(CancellationToken cancellationToken) =>
        await Client.ListAsync(_wanted, cancellationToken) switch
        {
            ApiAnswer<Page<ImportSummary>>.Success { Value: var page } => new ApiAnswer<ImportsView>.Success(new(page.Items, page.Next is not null)),
            ApiAnswer<Page<ImportSummary>>.Failure failure => new ApiAnswer<ImportsView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };

    private async Task DiscardAsync(ImportSummary import) =>
        await AfterAsync(import, (await Client.DiscardAsync(import.Id, Leaving) as ApiAnswer<Done>.Failure)?.Cause);

    private async Task UndoAsync(ImportSummary import) =>
        await AfterAsync(import, (await Client.UndoAsync(import.Id, Leaving) as ApiAnswer<Import>.Failure)?.Cause);

    private async Task AfterAsync(ImportSummary import, string? refusal)
    {
        _refusals.Remove(import.Id);
        if (refusal is not null)
        {
            _refusals[import.Id] = refusal;
        }

        await LoadAsync();
    }

    private async Task ShowMoreAsync()
    {
        _wanted = Math.Min(_wanted * 2, MostShown);
        await LoadAsync();
    }
}
