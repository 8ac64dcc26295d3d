namespace Sophia.Core.Imports;

/// <summary>A file that somebody brought.</summary>
public sealed record Import
{
    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it holds.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required ImportState State { get; init; }

    /// <summary>The file's name, or null where it was not said.</summary>
    public required string? FileName { get; init; }

    /// <summary>When it was brought.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How the file is written: encoding and separator, in words.</summary>
    public required string Reading { get; init; }

    /// <summary>Records in the file, without the header.</summary>
    public required int Rows { get; init; }

    /// <summary>Of them those that can be imported under the present mapping.</summary>
    public required int GoodRows { get; init; }

    /// <summary>Of them those that cannot.</summary>
    public required int BadRows { get; init; }

    /// <summary>The first hundred that cannot, with the reason.</summary>
    public required IReadOnlyList<BadLine> BadLines { get; init; }

    /// <summary>The columns and what they are read as.</summary>
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>The stages of deals; empty for other kinds.</summary>
    public required IReadOnlyList<ImportStage> Stages { get; init; }

    /// <summary>The first twenty records as they are read: the values by the keys of their fields.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, string?>> Preview { get; init; }

    /// <summary>Records written, or taken back, so far.</summary>
    public required int Done { get; init; }

    /// <summary>Objects that the business did not have before.</summary>
    public required int Added { get; init; }

    /// <summary>Objects that the business had otherwise.</summary>
    public required int Changed { get; init; }

    /// <summary>Of what was added, the file's own records, without the companies, stages and people that they name; null where nobody counted.</summary>
    public required int? AddedRecords { get; init; }

    /// <summary>Of what was changed, the file's own records; null where nobody counted.</summary>
    public required int? ChangedRecords { get; init; }

    /// <summary>
    /// Of the records that can be imported those that change nothing, because the business has them like this or the file
    /// says them again; null where nobody counted. It means something once the import is written.
    /// </summary>
    public int? UnchangedRecords => GoodRows - AddedRecords - ChangedRecords is { } rest ? Math.Max(0, rest) : null;

    /// <summary>Objects that an undo left alone, because a later file has changed them since.</summary>
    public required int Kept { get; init; }

    /// <summary>When it was written or taken back, or null.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }
}
