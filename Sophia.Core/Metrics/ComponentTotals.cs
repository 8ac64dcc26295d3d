namespace Sophia.Core.Metrics;

/// <summary>The running sums of components over time, of the whole or of one member of a dimension.</summary>
internal sealed class ComponentTotals
{
    private readonly List<DateOnly> _starts = [];
    private readonly List<decimal[]> _sums = [];

    /// <summary>Adds a row; rows come by start. Each family of facts has rows of its own.</summary>
    public void Add(RollupRow row)
    {
        if (_starts is [.., var last] && last == row.Start)
        {
            for (var index = 0; index < row.Values.Length; index++)
            {
                _sums[^1][index] += row.Values[index];
            }

            return;
        }

        var sums = (decimal[])row.Values.Clone();
        if (_sums is [.., var before])
        {
            for (var index = 0; index < sums.Length; index++)
            {
                sums[index] += before[index];
            }
        }

        _starts.Add(row.Start);
        _sums.Add(sums);
    }

    /// <summary>What was added in <paramref name="days"/>.</summary>
    public decimal Within(int component, DateRange days) =>
        Before(component, days.To.AddDays(1)) - Before(component, days.From);

    /// <summary>What was added up to and with <paramref name="day"/>.</summary>
    public decimal UpTo(int component, DateOnly day) => Before(component, day.AddDays(1));

    private decimal Before(int component, DateOnly day)
    {
        var found = _starts.BinarySearch(day);
        var rows = found >= 0 ? found : ~found;
        return rows == 0 ? 0 : _sums[rows - 1][component];
    }
}
