using System.Text.Json.Serialization;
using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>What the list of imports shows of one; the members are those of <see cref="Import"/>.</summary>
public sealed record ImportSummary(
    Guid Id,
    ImportKind Kind,
    ImportState State,
    string? FileName,
    DateTimeOffset CreatedAt,
    int Rows,
    int GoodRows,
    int BadRows,
    int Done,
    int? AddedRecords,
    int? ChangedRecords,
    int Kept,
    DateTimeOffset? FinishedAt)
{
    /// <summary>The fields that are asked for: an import's columns and first records would weigh a hundred times as much.</summary>
    [JsonIgnore]
    public static string Fields => "id,kind,state,fileName,createdAt,rows,goodRows,badRows,done,addedRecords,changedRecords,kept,finishedAt";

    /// <summary>What is shown of an import.</summary>
    public static ImportSummary Of(Import import) => new(
        import.Id, import.Kind, import.State, import.FileName, import.CreatedAt, import.Rows, import.GoodRows, import.BadRows, import.Done,
        import.AddedRecords, import.ChangedRecords, import.Kept, import.FinishedAt);
}
