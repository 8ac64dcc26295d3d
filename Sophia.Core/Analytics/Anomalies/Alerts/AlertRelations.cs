namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>Which metrics and sources feed which metrics, so that alerts with one cause can be told as one.</summary>
/// <param name="feeds">For each metric or source, what it is directly made from.</param>
public sealed class AlertRelations(IReadOnlyDictionary<string, IReadOnlyList<string>> feeds)
{
    /// <summary>Whether <paramref name="metric"/> is made from <paramref name="source"/>, directly or through others.</summary>
    public bool IsMadeFrom(string metric, string source) => Sources(metric).Contains(source);

    /// <summary>Whether one is made from the other, or both from a third.</summary>
    public bool AreRelated(string metric, string other) =>
        metric == other || Sources(metric).Overlaps(Sources(other).Append(other)) || Sources(other).Contains(metric);

    private HashSet<string> Sources(string metric)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([metric]);
        while (open.TryPop(out var next))
        {
            foreach (var source in feeds.GetValueOrDefault(next, []))
            {
                if (found.Add(source))
                {
                    open.Push(source);
                }
            }
        }

        return found;
    }
}
