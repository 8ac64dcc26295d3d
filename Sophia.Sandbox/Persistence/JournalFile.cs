using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Sandbox.Persistence;

/// <summary>
/// A file of changes, one JSON line each. Opening it keeps the last line of each object, so that it grows with the
/// objects and not with their changes. Writers take turns by a lock of their own.
/// </summary>
internal sealed class JournalFile<T> : IDisposable
    where T : class
{
    private readonly string _file;
    private readonly JsonTypeInfo<T> _type;
    private readonly FileStream _changes;

    /// <param name="file">The file, made when it is missing.</param>
    /// <param name="type">How an entry is written.</param>
    /// <param name="keyOf">The object that an entry is about; compacted files stand in the order of keys.</param>
    public JournalFile(string file, JsonTypeInfo<T> type, Func<T, long> keyOf)
    {
        (_file, _type) = (file, type);
        Compact(keyOf);
        _changes = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>The entries, oldest first.</summary>
    public IEnumerable<T> Read()
    {
        foreach (var line in File.ReadLines(_file))
        {
            T? entry;
            try
            {
                entry = JsonSerializer.Deserialize(line, _type);
            }
            catch (JsonException)
            {
                // A process that is killed while it writes leaves half a last line.
                yield break;
            }

            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    public void Write(T entry)
    {
        JsonSerializer.Serialize(_changes, entry, _type);
        _changes.WriteByte((byte)'\n');
        _changes.Flush();
    }

    public void Dispose() => _changes.Dispose();

    private void Compact(Func<T, long> keyOf)
    {
        if (!File.Exists(_file))
        {
            return;
        }

        var latest = new SortedDictionary<long, T>();
        foreach (var entry in Read())
        {
            latest[keyOf(entry)] = entry;
        }

        var written = _file + ".new";
        File.WriteAllLines(written, latest.Values.Select(entry => JsonSerializer.Serialize(entry, _type)));
        File.Move(written, _file, overwrite: true);
    }
}
