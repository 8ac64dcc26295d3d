using System.Runtime.InteropServices;

namespace Sophia.Data.Projection;

/// <summary>How a batch moves a family's rollups: what the facts that it touches contribute after, less what they did before.</summary>
/// <param name="rollup">The family's rollups.</param>
internal sealed class RollupDifference(FamilyRollup rollup)
{
    private readonly string[] _dimensions = [.. rollup.Dimensions.Select(RollupKey.NameOf)];

    // Bounded by the facts that a batch touches.
    private readonly Dictionary<RollupKey, RollupCell> _days = [];

    /// <summary>Adds a contribution, in total and under each of its members.</summary>
    /// <param name="day">Its day.</param>
    /// <param name="members">What it is split by, per dimension of the rollups.</param>
    /// <param name="components">The components that it contributes to, as indexes.</param>
    /// <param name="values">What it contributes to each.</param>
    /// <param name="sign">1 if the values are added, -1 if they are taken off.</param>
    /// <param name="entries">1 if there is one contribution more, -1 if there is one less: what a stock loses when a stay ends is a contribution too.</param>
    public void Add(DateOnly day, RollupMembers members, ReadOnlySpan<int> components, ReadOnlySpan<decimal> values, int sign, int entries)
    {
        Add(new(RollupKey.Total, RollupKey.Day, day, ""), components, values, sign, entries);
        for (var index = 0; index < _dimensions.Length; index++)
        {
            foreach (var member in members.Of(index))
            {
                Add(new(_dimensions[index], RollupKey.Day, day, member), components, values, sign, entries);
            }
        }
    }

    /// <summary>The rows that move, days and the months they add up to, in the table's order.</summary>
    public List<KeyValuePair<RollupKey, RollupCell>> ToRows()
    {
        var moved = _days.Where(static pair => !pair.Value.IsNothing).ToList();
        var months = new Dictionary<RollupKey, RollupCell>();
        foreach (var (key, day) in moved)
        {
            var month = CellOf(months, key with { Grain = RollupKey.Month, Start = new(key.Start.Year, key.Start.Month, 1) });
            month.Entries += day.Entries;
            for (var index = 0; index < day.Values.Length; index++)
            {
                month.Values[index] += day.Values[index];
            }
        }

        moved.AddRange(months.Where(static pair => !pair.Value.IsNothing));
        moved.Sort(static (left, right) => RollupKey.Compare(left.Key, right.Key));
        return moved;
    }

    private RollupCell CellOf(Dictionary<RollupKey, RollupCell> cells, RollupKey key)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
        return cell ??= new(rollup.Components.Count);
    }

    private void Add(RollupKey key, ReadOnlySpan<int> components, ReadOnlySpan<decimal> values, int sign, int entries)
    {
        var cell = CellOf(_days, key);
        cell.Entries += entries;
        for (var index = 0; index < values.Length; index++)
        {
            cell.Values[components[index]] += sign * values[index];
        }
    }
}
