using Sophia.Core.Analytics.Sales.Warnings;

namespace Sophia.Core.Predictions;

/// <summary>Whether deals are looked at for a kind of warning.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="On">Whether it is switched on.</param>
/// <param name="ChangedAt">When that was last changed; null where it never was, so that it is on.</param>
/// <param name="ChangedBy">Who changed it, or null where nobody said.</param>
public sealed record DealWarningSetting(DealWarningKind Kind, bool On, DateTimeOffset? ChangedAt, string? ChangedBy)
{
    /// <summary>Switched on since open deals were last looked at: none can have it yet.</summary>
    public bool IsAwaited { get; init; }
}
