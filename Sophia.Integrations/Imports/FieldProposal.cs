using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Proposes what columns are read as, by their headers.</summary>
internal static class FieldProposal
{
    /// <summary>For each header the key of its field, or null; a field is proposed once, for the likeliest header.</summary>
    public static string?[] Of(ImportKind kind, IReadOnlyList<string> headers)
    {
        var fields = new string?[headers.Count];
        foreach (var field in ImportFields.Of(kind))
        {
            foreach (var label in field.Labels)
            {
                var index = headers.Index().FirstOrDefault(header =>
                    fields[header.Index] is null && string.Equals(header.Item, label, StringComparison.OrdinalIgnoreCase), (Index: -1, Item: "")).Index;
                if (index >= 0)
                {
                    fields[index] = field.Key;
                    break;
                }
            }
        }

        return fields;
    }

    /// <summary>The kind whose required and other fields the headers name best, or null where none has all that is required.</summary>
    public static ImportKind? KindOf(IReadOnlyList<string> headers) =>
        Enum.GetValues<ImportKind>()
            .Select(kind => (Kind: kind, Fields: Of(kind, headers)))
            .Where(static proposal => ImportFields.Of(proposal.Kind).Where(static field => field.IsRequired).All(field => proposal.Fields.Contains(field.Key)))
            .OrderByDescending(static proposal => proposal.Fields.Count(static field => field is not null))
            .Select(static proposal => (ImportKind?)proposal.Kind)
            .FirstOrDefault();
}
