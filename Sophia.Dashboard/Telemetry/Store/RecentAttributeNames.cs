using System.Text;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Collects the names of attributes that recent records carry.</summary>
internal static class RecentAttributeNames
{
    private const int Most = 500;

    // Names repeat, so a few thousand records show all that matter.
    private const int Records = 5_000;

    /// <summary>Collects the names.</summary>
    /// <typeparam name="THeader">The records' headers.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="resources">The processes; null means all.</param>
    /// <param name="field">The record's field that holds attributes.</param>
    /// <param name="clock">Ends the search.</param>
    /// <returns>The names, in ordinal order.</returns>
    public static IReadOnlyList<string> Find<THeader>(RecordLog<THeader> log, HashSet<int>? resources, int field, SearchClock clock)
        where THeader : unmanaged, IRecordHeader
    {
        var names = new HashSet<byte[]>(Utf8Comparer.Instance);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<byte>>();
        var reader = new RecordReader<THeader>(1 << 18);
        var scan = new RecordScan<THeader>(log, long.MaxValue, long.MinValue, long.MaxValue, clock);
        for (var records = 0; records < Records && names.Count < Most && scan.Next();)
        {
            ref readonly var header = ref scan.Current;
            if (resources?.Contains(header.Resource) == false)
            {
                continue;
            }

            records++;
            var fields = new ProtoReader(reader.Read(scan.Segment, header));
            while (fields.Next())
            {
                if (fields.Field == field)
                {
                    OtlpAttributes.Split(fields.Bytes(), out var key, out _);
                    lookup.Add(key);
                }
                else
                {
                    fields.Skip();
                }
            }
        }

        return [.. names.Select(Encoding.UTF8.GetString).Order(StringComparer.Ordinal).Take(Most)];
    }
}
