namespace Sophia.Core.Analytics.Forecasting.Hierarchies;

/// <summary>Series of which some are sums of others: a company of regions, a region of teams.</summary>
public sealed class Hierarchy
{
    /// <param name="parts">The names of the series that are not sums.</param>
    /// <param name="sums">The names of the sums, each with the parts it adds up; at whatever level.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a sum names a part that does not exist or none.</exception>
    public Hierarchy(IReadOnlyList<string> parts, IReadOnlyDictionary<string, IReadOnlyList<string>> sums)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(sums);
        var positions = parts.Select((name, position) => (name, position))
            .ToDictionary(part => part.name, part => part.position, StringComparer.Ordinal);
        if (sums.FirstOrDefault(sum => sum.Value.Count == 0 || positions.ContainsKey(sum.Key) || sum.Value.Any(part => !positions.ContainsKey(part)))
            is { Key: not null } wrong)
        {
            throw new ArgumentException($"The sum {wrong.Key} is a part itself, is empty, or names a part that does not exist.", nameof(sums));
        }

        Parts = parts;
        Series = [.. parts, .. sums.Keys];
        Members = [.. parts.Select((_, position) => new[] { position }), .. sums.Values.Select(names => names.Distinct(StringComparer.Ordinal).Select(name => positions[name]).ToArray())];
    }

    /// <summary>The series that are not sums.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>All series: the parts, then the sums.</summary>
    public IReadOnlyList<string> Series { get; }

    /// <summary>For each series the positions of the parts that it adds up.</summary>
    internal int[][] Members { get; }
}
