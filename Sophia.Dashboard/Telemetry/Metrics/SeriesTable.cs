using System.Buffers;
using System.Text;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>All instruments and series. Not thread-safe; the store's lock guards it.</summary>
internal sealed class SeriesTable(int most, ResourceTable resources, TimeProvider clock)
{
    // A series is told apart by a handful of labels.
    private const int MostLabels = 128;

    private readonly Dictionary<byte[], InstrumentEntry> _instruments = new(Utf8Comparer.Instance);
    private readonly Dictionary<int, SeriesEntry> _series = [];
    private readonly ArrayBufferWriter<byte> _key = new();
    private int _lastInstrument;
    private int _lastSeries;

    /// <summary>Is told of each new instrument and series, so that they outlive the process.</summary>
    public SeriesLog? Log { get; set; }

    /// <summary>How many series there are.</summary>
    public int Count => _series.Count;

    /// <summary>How many points were refused because the bound was reached.</summary>
    public long Refused { get; private set; }

    /// <summary>When that was last.</summary>
    public DateTimeOffset? LastRefused { get; private set; }

    /// <summary>All series.</summary>
    public IReadOnlyCollection<SeriesEntry> All => _series.Values;

    /// <summary>All instruments.</summary>
    public IReadOnlyCollection<InstrumentEntry> Instruments => _instruments.Values;

    /// <summary>Finds a series by its number.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The series; null where it is not known.</returns>
    public SeriesEntry? Find(int id) => _series.GetValueOrDefault(id);

    /// <summary>Finds an instrument, or takes it in.</summary>
    /// <param name="resource">Its process.</param>
    /// <param name="resourceMessage">The process's message, to find it by after a restart.</param>
    /// <param name="scope">The meter's name in UTF-8.</param>
    /// <param name="name">Its name in UTF-8.</param>
    /// <param name="unit">Its unit in UTF-8.</param>
    /// <param name="text">Its description in UTF-8.</param>
    /// <param name="kind">How its values are to be read.</param>
    /// <param name="delta">Whether each point stands for the time since the point before.</param>
    /// <returns>The instrument.</returns>
    public InstrumentEntry Instrument(
        ResourceEntry resource, ReadOnlySpan<byte> resourceMessage, ReadOnlySpan<byte> scope, ReadOnlySpan<byte> name, ReadOnlySpan<byte> unit,
        ReadOnlySpan<byte> text, InstrumentKind kind, bool delta)
    {
        _key.ResetWrittenCount();
        _key.Write(BitConverter.GetBytes(resource.Id));
        _key.Write<byte>([(byte)kind, delta ? (byte)1 : (byte)0]);
        _key.Write(scope);
        _key.Write<byte>([0]);
        _key.Write(name);
        _key.Write<byte>([0]);
        _key.Write(unit);
        var lookup = _instruments.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(_key.WrittenSpan, out var known))
        {
            return known;
        }

        var entry = new InstrumentEntry(
            ++_lastInstrument, resource,
            new InstrumentDescription(
                TelemetryStrings.Shared(scope), TelemetryStrings.Shared(name), TelemetryStrings.Shared(text), TelemetryStrings.Shared(unit), kind, delta));
        lookup[_key.WrittenSpan] = entry;
        Log?.Add(entry, resourceMessage);
        return entry;
    }

    /// <summary>Finds a series, or takes it in.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="spelling">Its attributes as sent, each in its field, followed by a histogram's bounds.</param>
    /// <param name="labelBytes">How many bytes of the spelling are attributes.</param>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The series; null where the bound is reached.</returns>
    public SeriesEntry? Series(InstrumentEntry instrument, ReadOnlySpan<byte> spelling, int labelBytes, ref string? reason)
    {
        var lookup = instrument.Spellings.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(spelling, out var known))
        {
            return known;
        }

        var labels = Labels(spelling[..labelBytes]);
        if (labels.Count > MostLabels)
        {
            reason = $"A point has more than {MostLabels} attributes.";
            return null;
        }

        var bounds = new double[(spelling.Length - labelBytes) / 8];
        for (var i = 0; i < bounds.Length; i++)
        {
            bounds[i] = BitConverter.ToDouble(spelling[(labelBytes + (i * 8))..]);
        }

        var identity = string.Join('\n', labels.Select(static label => $"{label.Key}={label.Value}")) + "\n\n" + string.Join(',', bounds);
        if (!instrument.Series.TryGetValue(identity, out var series))
        {
            if (_series.Count >= most)
            {
                Refused++;
                LastRefused = clock.GetUtcNow();
                reason = $"More than {most} series.";
                return null;
            }

            series = new SeriesEntry(++_lastSeries, instrument, labels, bounds);
            Enter(series, identity);
            Log?.Add(series, spelling, labelBytes);
        }

        if (instrument.Spellings.Count > 4 * instrument.Series.Count)
        {
            // Only a way to find them quickly: it fills again.
            instrument.Spellings.Clear();
        }

        lookup[spelling] = series;
        return series;
    }

    /// <summary>Takes an instrument in as it was written.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="resourceMessage">Its process's message.</param>
    /// <param name="receivedAt">When it was written, in nanoseconds since 1970.</param>
    /// <param name="description">What it is.</param>
    /// <returns>The instrument; null where its process is beyond the bound.</returns>
    public InstrumentEntry? RestoreInstrument(int id, ReadOnlySpan<byte> resourceMessage, long receivedAt, InstrumentDescription description)
    {
        if (resources.Resolve(resourceMessage, receivedAt) is not { } resource)
        {
            return null;
        }

        _lastInstrument = Math.Max(_lastInstrument, id - 1);
        var counted = _lastInstrument;
        _lastInstrument = id - 1;
        var entry = Instrument(
            resource, resourceMessage, Encoding.UTF8.GetBytes(description.Meter), Encoding.UTF8.GetBytes(description.Name),
            Encoding.UTF8.GetBytes(description.Unit), Encoding.UTF8.GetBytes(description.Description), description.Kind, description.Delta);
        _lastInstrument = Math.Max(counted, id);
        return entry;
    }

    /// <summary>Takes a series in as it was written.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="spelling">Its attributes and bounds.</param>
    /// <param name="labelBytes">How many bytes of the spelling are attributes.</param>
    public void RestoreSeries(int id, InstrumentEntry instrument, ReadOnlySpan<byte> spelling, int labelBytes)
    {
        var counted = Math.Max(_lastSeries, id);
        _lastSeries = id - 1;
        string? reason = null;
        Series(instrument, spelling, labelBytes, ref reason);
        _lastSeries = counted;
    }

    /// <summary>Forgets series.</summary>
    /// <param name="gone">Which.</param>
    public void Remove(IReadOnlySet<SeriesEntry> gone)
    {
        foreach (var instrument in gone.Select(static series => series.Instrument).ToHashSet())
        {
            foreach (var (spelling, series) in instrument.Spellings)
            {
                if (gone.Contains(series))
                {
                    instrument.Spellings.Remove(spelling);
                }
            }

            foreach (var (identity, series) in instrument.Series)
            {
                if (gone.Contains(series))
                {
                    instrument.Series.Remove(identity);
                    _series.Remove(series.Id);
                    instrument.Resource.CountSeries(-1);
                }
            }
        }

        foreach (var (key, instrument) in _instruments)
        {
            if (instrument.Series.Count == 0)
            {
                _instruments.Remove(key);
            }
        }
    }

    private void Enter(SeriesEntry series, string identity)
    {
        series.Instrument.Series.Add(identity, series);
        _series.Add(series.Id, series);
        series.Instrument.Resource.CountSeries(1);
        series.Instrument.Overflow |= series.Labels.Any(static label => label.Key == "otel.metric.overflow");
    }

    private static List<TelemetryAttribute> Labels(ReadOnlySpan<byte> fields)
    {
        var labels = new List<TelemetryAttribute>();
        var reader = new ProtoReader(fields);
        while (reader.Next())
        {
            labels.Add(OtlpAttributes.Read(reader.Bytes()));
        }

        labels.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return labels;
    }
}
