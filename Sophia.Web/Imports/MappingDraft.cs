using Sophia.Core.Imports;

namespace Sophia.Web.Imports;

/// <summary>How a file is to be read, while somebody is changing it: nothing of it holds before the file is read again.</summary>
/// <param name="import">The preview as it is read now.</param>
public sealed class MappingDraft(Import import)
{
    // All are bounded by the file's columns and stages.
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnFormat> _formats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StageMeaning> _stages = new(StringComparer.Ordinal);

    /// <summary>The preview as it is read now.</summary>
    public Import Import => import;

    /// <summary>Whether anything is to be read otherwise than it is.</summary>
    public bool IsChanged => _fields.Count > 0 || _formats.Count > 0 || _stages.Count > 0;

    /// <summary>The fields that no column is read as although every record needs them.</summary>
    public IReadOnlyList<ImportField> Missing =>
        [.. ImportFields.Of(import.Kind).Where(needed => needed.IsRequired && !import.Columns.Any(column => FieldOf(column) == needed.Key))];

    /// <summary>The key of the field that a column is to be read as, or null where it is left out.</summary>
    public string? FieldOf(ImportColumn column) => _fields.TryGetValue(column.Name, out var field) ? field : column.Field;

    /// <summary>How a column's numbers and dates are to be read.</summary>
    public ColumnFormat FormatOf(ImportColumn column) => _formats.GetValueOrDefault(column.Name, column.Format);

    /// <summary>What a stage is to mean.</summary>
    public StageMeaning MeaningOf(ImportStage stage) => _stages.GetValueOrDefault(stage.Label, stage.Meaning);

    /// <summary>The stages with what they are to mean.</summary>
    public IReadOnlyList<ImportStage> Stages => [.. import.Stages.Select(stage => stage with { Meaning = MeaningOf(stage) })];

    /// <summary>Has a column read as a field. A field is read from one column, so that another one gives it up.</summary>
    /// <param name="column">The column.</param>
    /// <param name="field">The field's key, or null where it is to be left out.</param>
    /// <returns>The column that gave it up, or null.</returns>
    public ImportColumn? Read(ImportColumn column, string? field)
    {
        var before = field is null ? null : import.Columns.FirstOrDefault(other => other.Name != column.Name && FieldOf(other) == field);
        if (before is not null)
        {
            Set(before, null);
        }

        Set(column, field);
        return before;
    }

    /// <summary>Has a column's numbers and dates read in this form.</summary>
    public void Write(ImportColumn column, ColumnFormat format) => _formats[column.Name] = format with { IsCertain = true };

    /// <summary>Gives a stage a meaning.</summary>
    public void Mean(ImportStage stage, StageMeaning meaning)
    {
        // Said again it is confirmed, where it was taken from the name alone.
        if (meaning == stage.Meaning && !stage.IsFromName)
        {
            _stages.Remove(stage.Label);
        }
        else
        {
            _stages[stage.Label] = meaning;
        }
    }

    /// <summary>
    /// What the API is told. What is left out is proposed anew, so what somebody said of stages before is said again, as long as
    /// the columns that speak of stages stay the same.
    /// </summary>
    public ImportMapping ToMapping() => new()
    {
        Columns = import.Columns.Where(column => FieldOf(column) is not null).ToDictionary(static column => column.Name, column => FieldOf(column)!, StringComparer.Ordinal),
        Formats = _formats.Count == 0 ? null : new Dictionary<string, ColumnFormat>(_formats, StringComparer.Ordinal),
        Stages = IsChangedFor("stage") ? null : import.Stages
            .Where(stage => _stages.ContainsKey(stage.Label) || (!stage.IsFromName && !IsChangedFor("isWon") && !IsChangedFor("isClosed")))
            .ToDictionary(static stage => stage.Label, MeaningOf, StringComparer.Ordinal),
    };

    private bool IsChangedFor(string field) =>
        import.Columns.FirstOrDefault(column => column.Field == field)?.Name != import.Columns.FirstOrDefault(column => FieldOf(column) == field)?.Name;

    private void Set(ImportColumn column, string? field)
    {
        if (field == column.Field)
        {
            _fields.Remove(column.Name);
        }
        else
        {
            _fields[column.Name] = field;
        }
    }
}
