using System.Collections.Concurrent;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard.Live;

/// <summary>What this replica's live readers have asked for: those who ask the same hold the same selection.</summary>
internal sealed class LiveSelections(TimeProvider clock)
{
    // A page has five, and most pages have the same; beyond it who asks next begins anew, which costs memory only.
    private const int Most = 512;

    private readonly ConcurrentDictionary<string, LiveSelection> _byText = new(StringComparer.Ordinal);

    /// <summary>Reads a selection.</summary>
    /// <param name="text">How it was written.</param>
    /// <param name="selection">The selection, or null where the text is wrong.</param>
    /// <returns>What is wrong, per field.</returns>
    public Dictionary<string, string[]> Read(MetricQueryText text, out LiveSelection? selection)
    {
        var key = string.Join('\n', [text.From, text.To, text.Granularity, text.GroupBy, text.Compare, text.Filter, .. text.Metrics ?? []]);
        if (_byText.TryGetValue(key, out selection))
        {
            return [];
        }

        var errors = DashboardQuery.Parse(text, clock, out var query);
        if (query is not null)
        {
            if (_byText.Count >= Most)
            {
                _byText.Clear();
            }

            selection = _byText.GetOrAdd(key, new LiveSelection(text, query, clock));
        }

        return errors;
    }
}
