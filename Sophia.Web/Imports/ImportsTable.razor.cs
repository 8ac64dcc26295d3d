using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>The files that were brought, how far each is, and taking it back.</summary>
public sealed partial class ImportsTable
{
    /// <summary>The imports.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportSummary> Imports { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Why the last wish about an import was refused.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, string> Refusals { get; set; }

    /// <summary>Discards a preview.</summary>
    [Parameter]
    public EventCallback<ImportSummary> OnDiscard { get; set; }

    /// <summary>Takes an import back.</summary>
    [Parameter]
    public EventCallback<ImportSummary> OnUndo { get; set; }

    private string Effect(ImportSummary import) => import.State switch
    {
        ImportState.Preview => Text["import.nothingYet"],
        ImportState.Importing => Text["notice.loadedOf", ImportText.Count(import.Done), ImportText.Count(import.Rows)],
        ImportState.Imported => Text["import.newAndChanged", ImportText.Count(import.AddedRecords), ImportText.Count(import.ChangedRecords)],
        ImportState.Undoing => Text["import.backSoFar", ImportText.Count(import.Done)],
        ImportState.Undone => import.Kept > 0 ? Text["import.keptSome", ImportText.Count(import.Kept)] : Text["import.asBefore"],
    };
}
