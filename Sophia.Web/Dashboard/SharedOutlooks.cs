using System.Collections.Concurrent;

namespace Sophia.Web.Dashboard;

/// <summary>
/// Forecasts and findings for all open boards, since all viewers see the same ones: a board that asks what another has just been
/// told is told the same, and holds the same.
/// </summary>
internal sealed class SharedOutlooks(TimeProvider clock)
{
    // Boards ask once a minute; within half of it nothing that anybody waits for has changed.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(30);

    // By what is asked: of the whole or by region.
    private readonly ConcurrentDictionary<string, (BoardOutlook Outlook, DateTimeOffset At)> _newest = new(StringComparer.Ordinal);

    /// <summary>What was told lately, or null.</summary>
    public BoardOutlook? Find(string address) =>
        _newest.TryGetValue(address, out var known) && clock.GetUtcNow() - known.At < s_fresh ? known.Outlook : null;

    /// <summary>Keeps an answer for the others, unless a part of it could not be had.</summary>
    /// <param name="address">What was asked.</param>
    /// <param name="outlook">The answer.</param>
    /// <param name="at">When it arrived.</param>
    /// <returns>The answer that all hold.</returns>
    public BoardOutlook Share(string address, BoardOutlook outlook, DateTimeOffset at)
    {
        if (outlook is not { Forecasts: not null, Findings: not null })
        {
            return outlook;
        }

        return _newest.AddOrUpdate(address, (outlook, at), (_, known) => known.At >= at ? known : (outlook, at)).Outlook;
    }
}
