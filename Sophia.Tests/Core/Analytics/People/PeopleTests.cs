using System.Globalization;
using Sophia.Core.Analytics.People;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Analytics.People;

public sealed class PeopleTests
{
    private static readonly DateRange s_january = new(new(2026, 1, 1), new(2026, 1, 31));
    private static readonly DateRange s_february = new(new(2026, 2, 1), new(2026, 2, 28));

    [Fact]
    public void A_small_group_is_hidden_together_with_another_so_that_subtraction_does_not_give_it_away()
    {
        GroupCell[] groups = [Cell(GroupCell.Everybody, 1, 20), Cell("Sales", 1, 10), Cell("Support", 11, 17), Cell("Legal", 18, 20)];

        var shown = DisclosureControl.Showable(groups).Select(static group => group.Name);

        Assert.Equal([GroupCell.Everybody, "Sales"], shown, StringComparer.Ordinal);
    }

    [Fact]
    public void Two_hidden_groups_that_are_small_even_together_take_a_third_with_them()
    {
        GroupCell[] groups = [Cell(GroupCell.Everybody, 1, 20), Cell("Sales", 1, 10), Cell("Support", 11, 17), Cell("Legal", 18, 19), Cell("Board", 20, 20)];

        Assert.Equal([GroupCell.Everybody, "Sales"], DisclosureControl.Showable(groups).Select(static group => group.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Large_groups_are_all_shown_and_four_people_are_never()
    {
        GroupCell[] groups = [Cell(GroupCell.Everybody, 1, 20), Cell("Sales", 1, 10), Cell("Support", 11, 20)];

        Assert.Equal(groups, DisclosureControl.Showable(groups));
        Assert.Empty(DisclosureControl.Showable([Cell(GroupCell.Everybody, 1, 4)]));
        Assert.Empty(DisclosureControl.Showable([]));
    }

    [Fact]
    public void No_sum_or_difference_of_up_to_four_shown_groups_is_a_group_of_fewer_than_five()
    {
        var (random, shownGroups) = (new Random(11), 0);
        for (var round = 0; round < 40; round++)
        {
            var people = Enumerable.Range(0, random.Next(8, 40)).Select(number => Person(number, $"D{random.Next(4)}", $"R{random.Next(3)}")).ToArray();
            var trend = PeopleTrends.Attrition(people, ["department", "region"], [s_january]);
            var sets = trend.Select(point => people.Select(person => IsIn(person, point.Group) ? 1 : 0).ToArray()).ToArray();
            shownGroups += sets.Length;

            foreach (var derived in Combinations(sets, 0, new int[people.Length], 4))
            {
                Assert.False(derived.All(static weight => weight is 0 or 1) && derived.Sum() is > 0 and < 5, $"round {round}");
            }
        }

        Assert.True(shownGroups > 80, "Hiding everything is no protection worth having.");
    }

    [Fact]
    public void Attrition_counts_who_left_of_those_who_were_there()
    {
        Person[] people = [.. Enumerable.Range(0, 20).Select(static number => Person(number, number < 10 ? "Sales" : "Support", "EMEA") with
        {
            LeftOn = number < 2 ? new DateOnly(2026, 1, 15) : number == 10 ? new DateOnly(2026, 2, 28) : null,
        })];

        var trend = PeopleTrends.Attrition(people, ["department"], [s_january, s_february]);

        Assert.Equal(
            [
                (GroupCell.Everybody, 20, 2), (GroupCell.Everybody, 18, 1),
                ("department: Sales", 10, 2), ("department: Sales", 8, 0),
                ("department: Support", 10, 0), ("department: Support", 10, 1),
            ],
            trend.Select(static point => (point.Group, point.AtStart, point.Left)));
        Assert.Equal(0.2, trend[2].Rate.Share);
    }

    [Fact]
    public void Satisfaction_is_shown_only_where_five_answered_in_every_period()
    {
        Person[] people = [.. Enumerable.Range(0, 20).Select(static number => Person(number, number < 10 ? "Sales" : "Support", "EMEA"))];
        PersonScore[] answers =
        [
            .. people.Select(static (person, number) => new PersonScore(person.Id, new(2026, 1, 10), number < 10 ? 8 : 6)),
            .. people.Take(14).Select(static person => new PersonScore(person.Id, new(2026, 2, 10), 7)),
            new("0", new(2026, 2, 11), double.NaN), new("nobody", new(2026, 2, 11), 1),
        ];

        var january = PeopleTrends.Scores(people, answers, ["department"], [s_january]);
        var both = PeopleTrends.Scores(people, answers, ["department"], [s_january, s_february]);

        Assert.Equal([(GroupCell.Everybody, 20, 7.0), ("department: Sales", 10, 8.0), ("department: Support", 10, 6.0)], january.Select(static point => (point.Group, point.People, point.Mean)));

        // Four of Support answered in February: neither they nor, since the rest would be theirs, Sales beside everybody.
        Assert.Equal([GroupCell.Everybody, GroupCell.Everybody], both.Select(static point => point.Group), StringComparer.Ordinal);
    }

    private static IEnumerable<int[]> Combinations(int[][] sets, int from, int[] sum, int left)
    {
        for (var next = from; left > 0 && next < sets.Length; next++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                int[] derived = [.. sum.Zip(sets[next], (one, other) => one + (sign * other))];
                yield return derived;
                foreach (var further in Combinations(sets, next + 1, derived, left - 1))
                {
                    yield return further;
                }
            }
        }
    }

    private static bool IsIn(Person person, string group) =>
        group == GroupCell.Everybody
        || group.Split(", ").All(part => part.Split(": ") is [var dimension, var name] && person.Groups[dimension] == name);

    private static Person Person(int number, string department, string region) => new(
        number.ToString(CultureInfo.InvariantCulture),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["department"] = department, ["region"] = region },
        new(2020, 1, 1),
        null);

    private static GroupCell Cell(string name, int first, int last) => new(
        name, Enumerable.Range(first, last - first + 1).Select(static number => number.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal));
}
