using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>Says what each column is read as and how, and what stages mean; nothing holds before the file is read again.</summary>
public sealed partial class MappingEditor
{
    // So many that are left out do not hide those that are read.
    private const int FewColumns = 6;

    private string? _said;

    /// <summary>What is being changed.</summary>
    [Parameter, EditorRequired]
    public required MappingDraft Draft { get; set; }

    /// <summary>Why it could not be read like this, or null.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>Whether nothing can be changed at the moment, since the file is being read again.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>Reads the file again.</summary>
    [Parameter]
    public EventCallback OnApply { get; set; }

    /// <summary>Gives the changes up.</summary>
    [Parameter]
    public EventCallback OnReset { get; set; }

    // By how the file is read now: a column that is being changed stays where it is.
    private IReadOnlyList<ImportColumn> Read => [.. Draft.Import.Columns.Where(static column => column.Field is not null)];

    private IReadOnlyList<ImportColumn> LeftOut => [.. Draft.Import.Columns.Where(static column => column.Field is null)];

    private string FieldName(ImportField field) => ImportText.Field(Text, Draft.Import.Kind, field);

    private void Changed(ImportColumn? gaveUp) => _said = gaveUp is null ? null : Text["import.gaveUp", gaveUp.Name].Value;

    private Task ApplyAsync()
    {
        _said = null;
        return OnApply.InvokeAsync();
    }

    private Task ResetAsync()
    {
        _said = null;
        return OnReset.InvokeAsync();
    }
}
