using System.Text;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Numbers for the names of spans, scopes and peers, so that headers are small and groups are found by number.</summary>
internal sealed class NameTable
{
    /// <summary>The number of the empty name.</summary>
    public const int None = 0;

    /// <summary>The number of names that came after the bound was reached.</summary>
    public const int Other = 1;

    /// <summary>How many names are told apart.</summary>
    // Protects memory from senders that put ids into names: 20,000 names of at most 512 bytes.
    public const int Most = 20_000;
    private const int Longest = 512;

    private readonly Dictionary<byte[], int> _numbers = new(Utf8Comparer.Instance) { [[]] = None };
    private readonly Lock _gate = new();
    private volatile string[] _names = ["", "(other)", .. Enumerable.Repeat("", 254)];
    private int _count = 2;

    /// <summary>How many names there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How often a name got no number of its own.</summary>
    public long Refused { get; private set; }

    /// <summary>The name with a number.</summary>
    /// <param name="number">The number.</param>
    public string this[int number] => _names[number];

    /// <summary>Gives a name its number.</summary>
    /// <param name="utf8">The name in UTF-8.</param>
    /// <returns>The number.</returns>
    public int Number(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            // Cut at a letter's begin.
            var end = Longest;
            while ((utf8[end] & 0xC0) == 0x80)
            {
                end--;
            }

            utf8 = utf8[..end];
        }

        lock (_gate)
        {
            var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (lookup.TryGetValue(utf8, out var number))
            {
                return number;
            }

            if (_count >= Most)
            {
                Refused++;
                return Other;
            }

            if (_count == _names.Length)
            {
                var larger = new string[_count * 2];
                _names.CopyTo(larger, 0);
                _names = larger;
            }

            _names[_count] = Encoding.UTF8.GetString(utf8);
            lookup[utf8] = _count;
            return _count++;
        }
    }

    /// <summary>The number of a name that has one.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The number; null where no kept record has the name.</returns>
    public int? Find(string name)
    {
        lock (_gate)
        {
            return _numbers.TryGetValue(Encoding.UTF8.GetBytes(name), out var number) ? number : null;
        }
    }
}
