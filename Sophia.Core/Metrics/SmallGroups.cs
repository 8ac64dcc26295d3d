namespace Sophia.Core.Metrics;

/// <summary>
/// Says which departments are too small to be shown. Under five people a department is hidden, and so is the next smallest
/// until those hidden are at least two departments and five people together: else the whole less those shown would give it
/// away. Which are hidden on a day depends on nothing but the day, so that two answers cannot be held against each other; a
/// figure over several days is hidden where the department is hidden on any of them, so that neither can two points of time.
/// Where people come and go one by one, a department is hidden from the last five on: else the day on which it disappears would
/// tell that four are left, and the day on which it appears that there were four.
/// </summary>
public sealed class SmallGroups
{
    /// <summary>The fewest people that a figure is shown for.</summary>
    public const int LeastPeople = 5;

    private readonly bool _isStock;
    private readonly int _least;
    private readonly List<DateOnly> _days = [];

    // One per day on which anything moved: as many as hires, moves and leavers, or as surveys.
    private readonly List<HashSet<string>> _hidden = [];
    private readonly List<int> _everybody = [];

    private SmallGroups(bool isStock)
    {
        _isStock = isStock;
        _least = isStock ? LeastPeople + 1 : LeastPeople;
    }

    /// <summary>The small groups of a history.</summary>
    /// <param name="people">The component that counts people.</param>
    /// <param name="counts">Its movements, by day.</param>
    public static SmallGroups Of(MetricComponent people, IEnumerable<PeopleCount> counts)
    {
        ArgumentNullException.ThrowIfNull(people);
        var groups = new SmallGroups(people.AddsUp is AddsUp.Stock);
        var members = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var day in counts.GroupBy(static count => count.Day))
        {
            if (!groups._isStock)
            {
                members.Clear();
            }

            foreach (var (member, _, count) in day)
            {
                members[member] = members.GetValueOrDefault(member) + count;
            }

            groups._days.Add(day.Key);
            groups._hidden.Add(groups.Hidden(members));
            groups._everybody.Add(members.Values.Sum());
        }

        return groups;
    }

    /// <summary>Whether a figure must not be shown.</summary>
    /// <param name="member">The department, or null for everybody.</param>
    /// <param name="days">The days that the figure is about.</param>
    /// <param name="atEnd">Whether it says what is at the end of the days, not what happened in them.</param>
    public bool Hides(string? member, DateRange days, bool atEnd)
    {
        var last = LastUpTo(days.To);
        var first = last;
        if (!_isStock)
        {
            first = LastUpTo(days.From.AddDays(-1)) + 1;
        }
        else if (!atEnd)
        {
            first = LastUpTo(days.From.AddDays(-1));
        }

        for (var index = Math.Max(first, 0); index <= last; index++)
        {
            if (member is null ? _everybody[index] > 0 && _everybody[index] < _least : _hidden[index].Contains(member))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> Hidden(Dictionary<string, int> members)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var people = 0;
        foreach (var (member, count) in members.Where(static pair => pair.Value > 0).OrderBy(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (count >= _least && (hidden.Count == 0 || (hidden.Count > 1 && people >= LeastPeople)))
            {
                break;
            }

            hidden.Add(member);
            people += count;
        }

        return hidden;
    }

    private int LastUpTo(DateOnly day)
    {
        var found = _days.BinarySearch(day);
        return found >= 0 ? found : ~found - 1;
    }
}
