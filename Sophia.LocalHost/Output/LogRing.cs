namespace Sophia.LocalHost.Output;

/// <summary>The newest lines of one resource. Not safe for several threads.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class LogRing(int capacity)
{
    private const int FirstSize = 64;
    private LogLine[] _lines = new LogLine[Math.Min(FirstSize, capacity)];
    private int _first;

    public int Count { get; private set; }

    /// <summary>The line at a place, the oldest at 0.</summary>
    public LogLine this[int index] => _lines[(_first + index) % _lines.Length];

    public void Add(LogLine line)
    {
        if (Count == _lines.Length && Count < capacity)
        {
            var larger = new LogLine[Math.Min(Count * 2, capacity)];
            for (var i = 0; i < Count; i++)
            {
                larger[i] = this[i];
            }

            (_lines, _first) = (larger, 0);
        }

        _lines[(_first + Count) % _lines.Length] = line;
        if (Count < _lines.Length)
        {
            Count++;
        }
        else
        {
            _first = (_first + 1) % _lines.Length;
        }
    }

    /// <summary>The place of the first line after a sequence; <see cref="Count"/> when there is none.</summary>
    public int IndexAfter(long sequence)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].Sequence > sequence ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
