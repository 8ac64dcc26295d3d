namespace Sophia.Core.Analytics.People;

/// <summary>
/// Decides which groups may be shown so that no group of fewer than five can be had, neither directly nor by subtracting
/// shown groups from each other.
/// </summary>
/// <remarks>
/// Complementary suppression (L. H. Cox 1980). People who are in the same shown groups form an atom, and a shown figure is a sum over atoms. The
/// sum over a set of people can be derived if and only if the set is in the span of the shown ones; row reduction decides that for every set of
/// fewer than five.
/// </remarks>
public static class DisclosureControl
{
    /// <summary>The smallest group that figures are shown for.</summary>
    public const int LeastMembers = 5;

    // The sets to try grow with the fourth power of the groups; a larger organisation asks for one dimension at a time.
    private const int MostGroups = 100;

    /// <summary>The groups that may be shown together, in the order given.</summary>
    /// <param name="groups">Every group that anyone may ask for in this period, at most 100; their order does not say which are kept.</param>
    /// <exception cref="ArgumentException">More than 100 groups.</exception>
    public static IReadOnlyList<GroupCell> Showable(IReadOnlyList<GroupCell> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count > MostGroups)
        {
            throw new ArgumentException($"At most {MostGroups} groups.", nameof(groups));
        }

        var shown = groups.Where(static group => group.Members.Count >= LeastMembers).ToList();
        while (FindLeak(shown) is { } leak)
        {
            var ascending = shown.OrderBy(static group => group.Members.Count).ThenBy(static group => group.Name, StringComparer.Ordinal).ToArray();

            // The smallest group without which it cannot be derived is the least loss; where it can be derived twice, one that meets it goes first.
            shown.Remove(ascending.FirstOrDefault(group => !Derives(shown.Where(other => other != group), leak, Atoms(shown)))
                ?? ascending.First(group => group.Members.Overlaps(leak)));
        }

        return [.. groups.Where(shown.Contains)];
    }

    private static HashSet<string>? FindLeak(List<GroupCell> shown)
    {
        var atoms = Atoms(shown);
        var span = new Span(shown.Select(group => Indicator(group.Members, atoms)));
        var small = atoms.Where(static atom => atom.Count < LeastMembers).OrderBy(static atom => atom.Count).ToArray();
        return SmallUnions(small, 0, []).FirstOrDefault(union => span.Contains(Indicator(union, atoms)));
    }

    private static bool Derives(IEnumerable<GroupCell> shown, HashSet<string> people, List<HashSet<string>> atoms) =>
        new Span(shown.Select(group => Indicator(group.Members, atoms))).Contains(Indicator(people, atoms));

    // Every set of fewer than five that the shown groups could tell apart.
    private static IEnumerable<HashSet<string>> SmallUnions(HashSet<string>[] small, int from, HashSet<string> union)
    {
        for (var next = from; next < small.Length && union.Count + small[next].Count < LeastMembers; next++)
        {
            HashSet<string> larger = [.. union, .. small[next]];
            yield return larger;
            foreach (var further in SmallUnions(small, next + 1, larger))
            {
                yield return further;
            }
        }
    }

    private static List<HashSet<string>> Atoms(List<GroupCell> groups) =>
    [
        .. groups.SelectMany(static group => group.Members).Distinct(StringComparer.Ordinal)
            .GroupBy(member => string.Concat(groups.Select(group => group.Members.Contains(member) ? '1' : '0')), StringComparer.Ordinal)
            .Select(static atom => atom.ToHashSet(StringComparer.Ordinal)),
    ];

    private static double[] Indicator(IReadOnlySet<string> members, List<HashSet<string>> atoms) =>
        [.. atoms.Select(atom => members.Overlaps(atom) ? 1.0 : 0.0)];

    /// <summary>The sums that can be derived from given ones, as a reduced basis.</summary>
    private sealed class Span
    {
        private const double Nothing = 1e-9;
        private readonly List<(int Pivot, double[] Row)> _basis = [];

        public Span(IEnumerable<double[]> rows)
        {
            foreach (var row in rows)
            {
                var left = Reduce(row);
                var pivot = Largest(left);
                if (pivot < 0)
                {
                    continue;
                }

                var scale = left[pivot];
                for (var column = 0; column < left.Length; column++)
                {
                    left[column] /= scale;
                }

                _basis.Add((pivot, left));
            }
        }

        public bool Contains(double[] row) => Largest(Reduce(row)) < 0;

        private double[] Reduce(double[] row)
        {
            var left = (double[])row.Clone();
            foreach (var (pivot, known) in _basis)
            {
                var times = left[pivot];
                for (var column = 0; times != 0 && column < left.Length; column++)
                {
                    left[column] -= times * known[column];
                }
            }

            return left;
        }

        private static int Largest(double[] row)
        {
            var largest = -1;
            for (var column = 0; column < row.Length; column++)
            {
                if (Math.Abs(row[column]) > (largest < 0 ? Nothing : Math.Abs(row[largest])))
                {
                    largest = column;
                }
            }

            return largest;
        }
    }
}
