using System.Text;
using System.Text.Json;

namespace Sophia.Core.Metrics;

/// <summary>Reads and writes filters: <c>region:EMEA,region:APAC,department:Sales</c>.</summary>
internal static class MetricFilterText
{
    // A page filters by a handful; this bounds what a request makes the database compare.
    private const int MostMembers = 100;

    /// <summary>The filters in a fixed order, so that equal filters are equal text.</summary>
    /// <param name="text">The text, or null for none.</param>
    /// <param name="errors">Where to say what is wrong with it.</param>
    public static IReadOnlyList<MetricFilter> Parse(string? text, List<string> errors)
    {
        var members = new SortedDictionary<Dimension, SortedSet<string>>();
        var parts = Split(text ?? "").ToArray();
        if (parts.Length > MostMembers)
        {
            errors.Add($"At most {MostMembers} members can be filtered by.");
            return [];
        }

        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon];
            if (colon < 0 || !TryFind(name.Trim(), out var dimension))
            {
                errors.Add($"'{part}' is not a dimension and a member such as region:EMEA. Dimensions: {string.Join(", ", Enum.GetValues<Dimension>().Select(NameOf))}.");
                continue;
            }

            if (!members.TryGetValue(dimension, out var known))
            {
                members[dimension] = known = new(StringComparer.Ordinal);
            }

            known.Add(part[(colon + 1)..]);
        }

        return [.. members.Select(static pair => new MetricFilter(pair.Key, [.. pair.Value]))];
    }

    public static string NameOf(Dimension dimension) => JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString());

    public static string Escape(string member) =>
        member.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    private static bool TryFind(string name, out Dimension found)
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            if (string.Equals(name, dimension.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                found = dimension;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static IEnumerable<string> Split(string text)
    {
        var part = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length)
            {
                part.Append(text[++index]);
            }
            else if (text[index] == ',')
            {
                yield return part.ToString();
                part.Clear();
            }
            else
            {
                part.Append(text[index]);
            }
        }

        if (part.Length > 0)
        {
            yield return part.ToString();
        }
    }
}
