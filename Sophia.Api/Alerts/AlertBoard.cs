using Sophia.Core.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>The alerts as this replica knows them. Never changes: a newer one takes its place.</summary>
internal sealed class AlertBoard
{
    // Whoever missed more than so many changed alerts gets all that go on instead.
    private const int MostRecent = 256;

    private AlertBoard(long sequence, long floor, IReadOnlyList<Alert> recent, IReadOnlyList<Alert> open)
    {
        Sequence = sequence;
        Floor = floor;
        Recent = recent;
        Open = open;
    }

    /// <summary>The number of the last change.</summary>
    public long Sequence { get; }

    /// <summary>The number after which every changed alert is in <see cref="Recent"/>.</summary>
    public long Floor { get; }

    /// <summary>The alerts that changed lately, by the number of their last change.</summary>
    public IReadOnlyList<Alert> Recent { get; }

    /// <summary>The alerts that go on, the newest first.</summary>
    public IReadOnlyList<Alert> Open { get; }

    /// <summary>A board to begin with.</summary>
    /// <param name="open">The alerts that go on.</param>
    /// <param name="recent">Those that changed after the change numbered <paramref name="floor"/>, by the number of their last change.</param>
    /// <param name="floor">That number.</param>
    public static AlertBoard Of(IReadOnlyList<Alert> open, IReadOnlyList<Alert> recent, long floor) =>
        new AlertBoard(floor, floor, [], open).With(recent);

    /// <summary>The board with what changed since.</summary>
    /// <param name="changed">The alerts that changed after <see cref="Sequence"/>, by the number of their last change.</param>
    public AlertBoard With(IReadOnlyList<Alert> changed)
    {
        if (changed.Count == 0)
        {
            return this;
        }

        var ids = changed.Select(static alert => alert.Id).ToHashSet();
        Alert[] recent = [.. Recent.Where(alert => !ids.Contains(alert.Id)), .. changed];
        var dropped = recent.Length - MostRecent;
        return new(
            changed[^1].Sequence,
            dropped > 0 ? recent[dropped - 1].Sequence : Floor,
            dropped > 0 ? recent[dropped..] : recent,
            [
                .. Open.Where(alert => !ids.Contains(alert.Id))
                    .Concat(changed.Where(static alert => alert.ResolvedAt is null))
                    .OrderByDescending(static alert => alert.OpenedAt).ThenByDescending(static alert => alert.Id),
            ]);
    }
}
