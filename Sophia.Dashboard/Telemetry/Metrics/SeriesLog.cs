using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>The file that says which numbers instruments and series have; written to before a number is used anywhere else.</summary>
internal sealed class SeriesLog : IDisposable
{
    private readonly ProtoWriter _writer = new();
    private readonly TimeProvider _clock;
    private readonly FileStream _stream;

    private SeriesLog(FileStream stream, TimeProvider clock)
    {
        (_stream, _clock) = (stream, clock);
    }

    /// <summary>Reads the file into a table and goes on writing to it.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="table">The table.</param>
    /// <param name="clock">The time.</param>
    /// <returns>The log.</returns>
    public static SeriesLog Open(string path, SeriesTable table, TimeProvider clock)
    {
        var position = 0;
        if (File.Exists(path))
        {
            var bytes = File.ReadAllBytes(path);
            var instruments = new Dictionary<int, InstrumentEntry>();
            while (RecordFrame.TryOpen(bytes.AsSpan(position), out var piece, out var writtenAt))
            {
                Restore(piece, writtenAt, table, instruments);
                position += RecordFrame.HeaderLength + piece.Length;
            }
        }

        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        // What a crash cut is written over.
        stream.SetLength(position);
        stream.Position = position;
        return new SeriesLog(stream, clock);
    }

    /// <summary>Writes the file anew without series of which nothing is kept.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="kept">The series of which something is kept.</param>
    public static void Compact(string path, IReadOnlySet<int> kept)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        var frames = new List<(int Start, int Length, int Instrument, int Series)>();
        for (var position = 0; RecordFrame.TryOpen(bytes.AsSpan(position), out var piece, out _);)
        {
            var (instrument, series) = Numbers(piece);
            frames.Add((position, RecordFrame.HeaderLength + piece.Length, instrument, series));
            position += RecordFrame.HeaderLength + piece.Length;
        }

        var instruments = frames.Where(frame => kept.Contains(frame.Series)).Select(static frame => frame.Instrument).ToHashSet();
        using (var stream = new FileStream(path + ".new", FileMode.Create))
        {
            foreach (var (start, length, instrument, series) in frames)
            {
                if (series > 0 ? kept.Contains(series) : instruments.Contains(instrument))
                {
                    stream.Write(bytes, start, length);
                }
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Writes an instrument.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="resourceMessage">Its process's message.</param>
    public void Add(InstrumentEntry instrument, ReadOnlySpan<byte> resourceMessage)
    {
        var description = instrument.Description;
        _writer.Clear();
        _writer.UInt64(1, (ulong)instrument.Id);
        _writer.Bytes(2, resourceMessage);
        _writer.Text(3, description.Meter);
        _writer.Text(4, description.Name);
        _writer.Text(5, description.Description);
        _writer.Text(6, description.Unit);
        _writer.UInt64(7, (ulong)description.Kind);
        _writer.UInt64(8, description.Delta ? 1UL : 0);
        Write();
    }

    /// <summary>Writes a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="spelling">Its attributes and bounds.</param>
    /// <param name="labelBytes">How many bytes of the spelling are attributes.</param>
    public void Add(SeriesEntry series, ReadOnlySpan<byte> spelling, int labelBytes)
    {
        _writer.Clear();
        _writer.UInt64(1, (ulong)series.Instrument.Id);
        _writer.UInt64(9, (ulong)series.Id);
        _writer.Bytes(10, spelling);
        _writer.UInt64(11, (ulong)labelBytes);
        Write();
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Write()
    {
        var frame = new byte[RecordFrame.HeaderLength + _writer.Written.Length];
        _writer.Written.CopyTo(frame.AsSpan(RecordFrame.HeaderLength));
        RecordFrame.Seal(frame, UnixNanoseconds.From(_clock.GetUtcNow()));
        _stream.Write(frame);
    }

    private static (int Instrument, int Series) Numbers(ReadOnlySpan<byte> piece)
    {
        var (instrument, series) = (0, 0);
        var reader = new ProtoReader(piece);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    instrument = (int)reader.UInt64();
                    break;
                case 9:
                    series = (int)reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (instrument, series);
    }

    private static void Restore(ReadOnlySpan<byte> piece, long writtenAt, SeriesTable table, Dictionary<int, InstrumentEntry> instruments)
    {
        var (instrument, series, labelBytes, kind, delta) = (0, 0, 0, InstrumentKind.Gauge, false);
        var (meter, name, description, unit) = ("", "", "", "");
        ReadOnlySpan<byte> resource = default;
        ReadOnlySpan<byte> spelling = default;
        var reader = new ProtoReader(piece);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    instrument = (int)reader.UInt64();
                    break;
                case 2:
                    resource = reader.Bytes();
                    break;
                case 3:
                    meter = reader.Text();
                    break;
                case 4:
                    name = reader.Text();
                    break;
                case 5:
                    description = reader.Text();
                    break;
                case 6:
                    unit = reader.Text();
                    break;
                case 7:
                    kind = (InstrumentKind)reader.UInt64();
                    break;
                case 8:
                    delta = reader.UInt64() != 0;
                    break;
                case 9:
                    series = (int)reader.UInt64();
                    break;
                case 10:
                    spelling = reader.Bytes();
                    break;
                case 11:
                    labelBytes = (int)reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (series > 0)
        {
            if (instruments.TryGetValue(instrument, out var known))
            {
                table.RestoreSeries(series, known, spelling, labelBytes);
            }
        }
        else if (table.RestoreInstrument(instrument, resource, writtenAt, new InstrumentDescription(meter, name, description, unit, kind, delta)) is { } entry)
        {
            instruments[instrument] = entry;
        }
    }
}
