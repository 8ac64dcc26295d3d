using Microsoft.AspNetCore.Components;
using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>The first records as they are read.</summary>
public sealed partial class PreviewTable
{
    /// <summary>The import.</summary>
    [Parameter, EditorRequired]
    public required Import Import { get; set; }

    private IReadOnlyList<ImportField> Fields => [.. ImportFields.Of(Import.Kind).Where(one => Import.Columns.Any(column => column.Field == one.Key))];

    private static string? Align(ImportField field) => field.Kind switch
    {
        ImportValueKind.Number or ImportValueKind.Duration => "number",
        ImportValueKind.Date => "day",
        ImportValueKind.Text or ImportValueKind.YesNo => null,
    };
}
