namespace Sophia.Core.Imports;

/// <summary>How a file is to be read: the body of <c>PUT /api/v1/imports/{id}/mapping</c>.</summary>
public sealed record ImportMapping
{
    /// <summary>For each column that is read the key of its field.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>For columns whose cells can be read in two ways, which: for example <c>d/M/yyyy</c>, or <c>,</c> for the decimal point.</summary>
    public IReadOnlyDictionary<string, ColumnFormat>? Formats { get; init; }

    /// <summary>What stages mean; those that are left out keep what was proposed.</summary>
    public IReadOnlyDictionary<string, StageMeaning>? Stages { get; init; }
}
