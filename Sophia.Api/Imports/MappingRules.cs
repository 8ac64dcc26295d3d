using Sophia.Core.Imports;

namespace Sophia.Api.Imports;

/// <summary>What a mapping must keep to.</summary>
internal static class MappingRules
{
    /// <summary>What is wrong with a mapping, per member.</summary>
    public static Dictionary<string, string[]> Check(ImportMapping mapping, Import import)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var fields = ImportFields.Of(import.Kind);
        var headers = import.Columns.Select(static column => column.Name).ToHashSet(StringComparer.Ordinal);
        string[] columns =
        [
            .. mapping.Columns.Keys.Where(name => !headers.Contains(name)).Select(static name => $"The file has no column '{name}'."),
            .. mapping.Columns.Values.Where(key => !fields.Any(field => field.Key == key)).Distinct(StringComparer.Ordinal)
                .Select(key => $"There is no field '{key}'. There are: {string.Join(", ", fields.Select(static field => field.Key))}."),
            .. mapping.Columns.GroupBy(static column => column.Value, StringComparer.Ordinal).Where(static field => field.Count() > 1)
                .Select(static field => $"{field.Key} can be read from one column only, not from {string.Join(" and ", field.Select(static column => column.Key))}."),
        ];
        if (columns.Length > 0)
        {
            errors["columns"] = columns;
        }

        if (mapping.Formats?.Values.Any(static format => format.DecimalPoint is not (null or "." or ",")) == true)
        {
            errors["formats"] = ["The decimal point is . or a comma."];
        }

        if (mapping.Stages?.Keys.FirstOrDefault(label => !import.Stages.Any(stage => stage.Label == label)) is { } unknown)
        {
            errors["stages"] = [$"No deal of the file is in a stage '{unknown}'."];
        }

        return errors;
    }
}
