using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>
/// Merges what sources say, in log order, by source version: an older version that arrives later changes nothing. One entry at a
/// time or many at once give the same facts and the same history.
/// </summary>
internal sealed class FactMerge<TFact>(IReadOnlyDictionary<FactKey, FactVersion<TFact>> known, Func<TFact, TFact, bool> sameContent)
    where TFact : Fact
{
    private readonly Dictionary<FactKey, FactVersion<TFact>> _after = [];

    /// <summary>The facts that are different now or have a new source version.</summary>
    public IEnumerable<FactChange<TFact>> Changes => _after.Select(pair =>
        new FactChange<TFact>(known.TryGetValue(pair.Key, out var before) ? before : null, pair.Value));

    /// <summary>What was true before, oldest first per fact.</summary>
    public List<SupersededFact<TFact>> Superseded { get; } = [];

    /// <summary>Takes the next thing said.</summary>
    public void Add(TFact said, DateTimeOffset recordedAt)
    {
        if (!TryFind(said.Key, out var held))
        {
            _after[said.Key] = new(said, recordedAt);
        }
        else if (said.SourceVersion >= held.Fact.SourceVersion)
        {
            _after[said.Key] = sameContent(held.Fact, said) ? held with { Fact = said } : Supersede(held, said, recordedAt);
        }
    }

    private bool TryFind(FactKey key, out FactVersion<TFact> held) =>
        _after.TryGetValue(key, out held) || known.TryGetValue(key, out held);

    // Two writers' clocks may differ a little; a period never ends before it begins. One without length was never seen.
    private FactVersion<TFact> Supersede(FactVersion<TFact> held, TFact said, DateTimeOffset recordedAt)
    {
        var from = recordedAt > held.RecordedFrom ? recordedAt : held.RecordedFrom;
        if (from > held.RecordedFrom)
        {
            Superseded.Add(new(held.Fact, held.RecordedFrom, from));
        }

        return new(said, from);
    }
}
