using Microsoft.Extensions.Options;
using Sophia.Sandbox.Persistence;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls;

/// <summary>The calls of the company, seeded and held since, by their start.</summary>
internal sealed class CallBook : IDisposable
{
    // Room for about two months of living at the default pace, at some 150 bytes a call.
    private const int RoomToGrow = 100_000;

    private readonly Lock _lock = new();
    private readonly List<Call> _calls;
    private readonly Dictionary<ulong, Call> _byId;
    private readonly JournalFile<Call>? _journal;
    private readonly int _capacity;
    private long _lastNumber;

    public CallBook(SeededCompany company, CallPeople people, IOptions<SandboxOptions> options, TimeProvider clock)
    {
        _calls = CallSeeder.Seed(options.Value, company, people);
        _byId = _calls.ToDictionary(static call => call.Id);
        _capacity = options.Value.Calls + RoomToGrow;
        // A company without a journal restarts from its seed while its readers remember: an id once given must not come back.
        _lastNumber = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (options.Value.DataFolder is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            _journal = new JournalFile<Call>(Path.Combine(folder, "calls.jsonl"), CallJsonContext.Default.Call, static call => call.Number);
            foreach (var call in _journal.Read())
            {
                Put(call);
                _lastNumber = Math.Max(_lastNumber, call.Number);
            }
        }
    }

    /// <summary>Reads under the lock; <paramref name="read"/> must copy what it keeps.</summary>
    public TResult Read<TResult>(Func<IReadOnlyList<Call>, TResult> read)
    {
        lock (_lock)
        {
            return read(_calls);
        }
    }

    public Call? Find(ulong id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <summary>Enters a call that was just held, or nothing when the book is full.</summary>
    /// <param name="make">Makes the call of a number that no other has.</param>
    public Call? Hold(Func<long, Call> make)
    {
        lock (_lock)
        {
            return _calls.Count >= _capacity ? null : Write(make(++_lastNumber));
        }
    }

    /// <summary>The analysis of a call's recording is there; nothing where there is no such call.</summary>
    public Call? Analyse(ulong id)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(id, out var call) ? Write(call with { IsAnalysed = true }) : null;
        }
    }

    public void Dispose() => _journal?.Dispose();

    private Call Write(Call call)
    {
        Put(call);
        _journal?.Write(call);
        return call;
    }

    private void Put(Call call)
    {
        _byId[call.Id] = call;
        var index = _calls.BinarySearch(call, CallOrder.Instance);
        if (index >= 0)
        {
            _calls[index] = call;
        }
        else
        {
            _calls.Insert(~index, call);
        }
    }
}
