using System.Text.Json;
using Sophia.LocalHost.Output;

namespace Sophia.LocalHost.Control;

/// <summary>Who told the host to do what: a file of one JSON object per line, kept between runs.</summary>
internal sealed class CommandLog : IDisposable
{
    // The newest in memory; the file holds more.
    public const int Kept = 1_000;
    private readonly Lock _lock = new();
    private readonly Queue<CommandRecord> _records;
    private readonly RotatingFile _file;
    private readonly TimeProvider _clock;
    private long _sequence;

    /// <summary>Opens the file and reads what earlier runs left.</summary>
    public CommandLog(string path, TimeProvider clock)
    {
        _clock = clock;
        _records = new Queue<CommandRecord>(Read(path + ".1").Concat(Read(path)).TakeLast(Kept));
        _sequence = _records.LastOrDefault()?.Sequence ?? 0;
        _file = new RotatingFile(path);
    }

    public void Add(string actor, string resource, string command, string? detail, string outcome)
    {
        lock (_lock)
        {
            var record = new CommandRecord(++_sequence, _clock.GetUtcNow(), actor, resource, command, detail, outcome);
            _file.Write(JsonSerializer.Serialize(record, ControlJson.Default.CommandRecord));
            if (_records.Count == Kept)
            {
                _records.Dequeue();
            }

            _records.Enqueue(record);
        }
    }

    /// <summary>The newest records, newest first.</summary>
    public IReadOnlyList<CommandRecord> Newest(int count)
    {
        lock (_lock)
        {
            return [.. _records.Reverse().Take(count)];
        }
    }

    public void Dispose() => _file.Dispose();

    private static IEnumerable<CommandRecord> Read(string path)
    {
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            CommandRecord? record = null;
            try
            {
                record = JsonSerializer.Deserialize(line, ControlJson.Default.CommandRecord);
            }
            catch (JsonException)
            {
                // The line was being written when the host was killed.
            }

            if (record is not null)
            {
                yield return record;
            }
        }
    }
}
