namespace Sophia.Web.Live;

/// <summary>
/// Says movements to screen readers, but not each: within <see cref="Pause"/> of the last sentence they are gathered
/// into the next one.
/// </summary>
internal sealed class Announcements
{
    /// <summary>The least time between two sentences.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    // Bounded by the number of tiles.
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private DateTimeOffset? _last;

    /// <summary>Notes that a metric moved.</summary>
    /// <param name="metric">The metric's key.</param>
    public void Note(string metric) => _waiting.Add(metric);

    /// <summary>The metrics to speak of now, or none while the pause lasts.</summary>
    public IReadOnlyList<string> Take(DateTimeOffset now)
    {
        if (_waiting.Count == 0 || now - _last < Pause)
        {
            return [];
        }

        string[] taken = [.. _waiting];
        _waiting.Clear();
        _last = now;
        return taken;
    }
}
