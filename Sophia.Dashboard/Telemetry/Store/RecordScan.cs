using System.Globalization;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Goes through a log's records, the latest arrived first.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
internal sealed class RecordScan<THeader>
    where THeader : unmanaged, IRecordHeader
{
    private readonly RecordSegment<THeader>[] _segments;
    private readonly SearchClock _clock;
    private readonly long _from;
    private readonly long _to;
    private RecordView<THeader>? _view;
    private int _segment;
    private int _index = -1;

    /// <summary>Begins a scan.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cursor">Where to go on: only records before it are visited.</param>
    /// <param name="from">Not before, in nanoseconds since 1970.</param>
    /// <param name="to">Before.</param>
    /// <param name="clock">Ends it.</param>
    public RecordScan(RecordLog<THeader> log, long cursor, long from, long to, SearchClock clock)
    {
        (_segments, _from, _to, _clock) = (log.Segments.ToArray(), from, to, clock);
        Before = cursor;
        _segment = _segments.Length;
    }

    /// <summary>The id of the record that was visited last; a scan that goes on begins there.</summary>
    public long Before { get; private set; }

    /// <summary>The segment of the current record.</summary>
    public RecordSegment<THeader> Segment => _segments[_segment];

    /// <summary>The current record.</summary>
    public ref readonly THeader Current => ref _view!.Headers[_index];

    /// <summary>Whether the time was over before the end was reached.</summary>
    public bool RanOutOfTime { get; private set; }

    /// <summary>How far back it looked, in nanoseconds since 1970; null where nothing is kept.</summary>
    public long? SearchedBackTo { get; private set; }

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">The text; null stands for the begin.</param>
    /// <returns>The id that it stands for.</returns>
    public static long Cursor(string? cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue;

    /// <summary>Goes on to the next record in the window.</summary>
    /// <returns>False at the end, or when the time is over.</returns>
    public bool Next()
    {
        while (true)
        {
            while (_index > 0)
            {
                if (_clock.IsOver)
                {
                    RanOutOfTime = true;
                    return false;
                }

                _index--;
                ref readonly var header = ref _view!.Headers[_index];
                Before = RecordLog<THeader>.Id(Segment.Sequence, _index);
                SearchedBackTo = Math.Min(SearchedBackTo ?? long.MaxValue, header.Time);
                if (header.Time >= _from && header.Time < _to)
                {
                    return true;
                }
            }

            if (!NextSegment())
            {
                return false;
            }
        }
    }

    private bool NextSegment()
    {
        while (--_segment >= 0)
        {
            var view = Segment.View;
            var first = RecordLog<THeader>.Id(Segment.Sequence, 0);
            if (first >= Before || !view.Overlaps(_from, _to))
            {
                continue;
            }

            _view = view;
            _index = Before == long.MaxValue ? view.Count : (int)Math.Min(view.Count, Before - first);
            if (_index > 0)
            {
                return true;
            }
        }

        _segment = 0;
        _index = 0;
        return false;
    }
}
