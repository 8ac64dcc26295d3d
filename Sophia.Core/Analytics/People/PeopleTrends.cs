using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Metrics;

namespace Sophia.Core.Analytics.People;

/// <summary>Trends of people, over groups of at least five, such that subtracting one shown figure from another gives no smaller group either.</summary>
/// <remarks>
/// What must be hidden is decided for each period; a group that must be hidden in one, or has no members then, is left out throughout, so that its
/// trend does not give the gap away.
/// </remarks>
public static class PeopleTrends
{
    /// <summary>Attrition of every group that may be shown, everybody included.</summary>
    /// <param name="people">Everyone, also those who left.</param>
    /// <param name="dimensions">The dimensions to show, for example department and region; each alone and all together.</param>
    /// <param name="periods">The periods, oldest first.</param>
    public static IReadOnlyList<AttritionPoint> Attrition(
        IReadOnlyList<Person> people, IReadOnlyList<string> dimensions, IReadOnlyList<DateRange> periods)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(periods);
        var leaving = people.ToDictionary(static person => person.Id, static person => person.LeftOn, StringComparer.Ordinal);
        var cells = periods.Select(period => Cells([.. people.Where(person => person.IsHere(period.From))], dimensions)).ToArray();
        return
        [
            .. Showable(cells).SelectMany(name => periods.Select((period, index) =>
            {
                var members = cells[index].First(cell => cell.Name == name).Members;
                var left = members.Count(member => leaving[member] <= period.To);
                return new AttritionPoint(name, period.From, period.To, members.Count, left, RateEstimate.Of(left, members.Count)!);
            })),
        ];
    }

    /// <summary>The mean of a measure of every group that may be shown: satisfaction, response time, messages. Who gave nothing is not a member.</summary>
    /// <param name="people">Everyone, also those who left.</param>
    /// <param name="scores">The measure; scores that are not finite or belong to nobody are left out.</param>
    /// <param name="dimensions">The dimensions to show; each alone and all together.</param>
    /// <param name="periods">The periods, oldest first.</param>
    public static IReadOnlyList<ScorePoint> Scores(
        IReadOnlyList<Person> people, IReadOnlyList<PersonScore> scores, IReadOnlyList<string> dimensions, IReadOnlyList<DateRange> periods)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(periods);
        var means = periods.Select(period => scores
            .Where(score => double.IsFinite(score.Value) && score.Day >= period.From && score.Day <= period.To)
            .GroupBy(static score => score.PersonId, StringComparer.Ordinal)
            .ToDictionary(static person => person.Key, static person => person.Average(static score => score.Value), StringComparer.Ordinal)).ToArray();
        var cells = means.Select(known => Cells([.. people.Where(person => known.ContainsKey(person.Id))], dimensions)).ToArray();
        return
        [
            .. Showable(cells).SelectMany(name => periods.Select((period, index) =>
            {
                var values = cells[index].First(cell => cell.Name == name).Members.Select(member => means[index][member]).ToArray();
                var mean = values.Average();
                var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
                return new ScorePoint(name, period.From, period.To, values.Length, mean, deviation);
            })),
        ];
    }

    // Hiding a group for one period can make another derivable in another, so the decision is repeated until all periods agree.
    private static List<string> Showable(IReadOnlyList<GroupCell>[] periods)
    {
        if (periods.Length == 0)
        {
            return [];
        }

        var names = periods[0].Select(static cell => cell.Name).ToList();
        for (var before = -1; before != names.Count;)
        {
            before = names.Count;
            foreach (var cells in periods)
            {
                var offered = cells.Where(cell => names.Contains(cell.Name, StringComparer.Ordinal)).ToArray();
                var showable = DisclosureControl.Showable(offered).Select(static cell => cell.Name).ToHashSet(StringComparer.Ordinal);
                names.RemoveAll(name => !showable.Contains(name));
            }
        }

        return names;
    }

    private static List<GroupCell> Cells(IReadOnlyList<Person> people, IReadOnlyList<string> dimensions)
    {
        List<GroupCell> cells = [new(GroupCell.Everybody, Ids(people))];
        IReadOnlyList<string>[] combinations = dimensions.Count > 1 ? [.. dimensions.Select(static one => new[] { one }), dimensions] : [dimensions];
        foreach (var combination in combinations.Where(static combination => combination.Count > 0))
        {
            cells.AddRange(people
                .Where(person => combination.All(person.Groups.ContainsKey))
                .GroupBy(person => string.Join(", ", combination.Select(dimension => $"{dimension}: {person.Groups[dimension]}")), StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => new GroupCell(group.Key, Ids(group))));
        }

        return cells;
    }

    private static HashSet<string> Ids(IEnumerable<Person> people) => people.Select(static person => person.Id).ToHashSet(StringComparer.Ordinal);
}
