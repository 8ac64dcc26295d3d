using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;
using Sophia.Web.Rows;

namespace Sophia.Web.Imports;

/// <summary>How far an import is, what came of it, and what can be done about it.</summary>
public sealed partial class ImportOutcome
{
    // What the API answers for at most: ten years.
    private const int LongestRangeInDays = 3_650;

    /// <summary>The import.</summary>
    [Parameter, EditorRequired]
    public required Import Import { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Whether it has not moved for long although it should.</summary>
    [Parameter]
    public bool IsStuck { get; set; }

    /// <summary>Whether a wish is on its way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>Whether somebody is changing how the file is read.</summary>
    [Parameter]
    public bool IsChanged { get; set; }

    /// <summary>Why the last wish was refused, or null.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>Has it written.</summary>
    [Parameter]
    public EventCallback OnConfirm { get; set; }

    /// <summary>Has it taken back.</summary>
    [Parameter]
    public EventCallback OnUndo { get; set; }

    /// <summary>Has the preview discarded.</summary>
    [Parameter]
    public EventCallback OnDiscard { get; set; }

    private string Name => ImportText.Name(Text, Import.FileName);

    private bool ChangedNothing => Import is { Added: 0, Changed: 0 };

    // Companies, stages, sellers and hosts that the records name.
    private int Named => Import is { AddedRecords: { } added, ChangedRecords: { } changed } ? Import.Added + Import.Changed - added - changed : 0;

    // What others name and was new stays when it is taken back.
    private int? ToTakeBack => Import is { AddedRecords: { } added, Changed: var changed } && added + changed > 0 ? added + changed : null;

    private string Title => Import.State switch
    {
        ImportState.Preview => Text["import.title.preview"],
        ImportState.Importing => Text["import.title.importing"],
        ImportState.Imported => Text[ChangedNothing ? "import.title.same" : "import.title.imported"],
        ImportState.Undoing => Text["import.title.undoing"],
        ImportState.Undone => Text["import.title.undone"],
    };

    private string Lead => Import.State switch
    {
        ImportState.Preview => Text["import.lead.preview"],
        ImportState.Importing => Text["import.lead.importing"],
        ImportState.Imported => Text[ChangedNothing ? "import.lead.same" : "import.lead.imported"],
        ImportState.Undoing => Text["import.lead.undoing"],
        ImportState.Undone => Text["import.lead.undone"],
    };

    private string RowsAddress
    {
        get
        {
            var today = DateOnly.FromDateTime(Now.UtcDateTime);
            var metric = Import.Kind switch
            {
                ImportKind.Deals => "deals.created",
                ImportKind.Calls => "calls.held",
                ImportKind.Employees => "people.headcount",
            };
            return RowsQuery.AddressOf(metric, new(today.AddDays(1 - LongestRangeInDays), today));
        }
    }
}
