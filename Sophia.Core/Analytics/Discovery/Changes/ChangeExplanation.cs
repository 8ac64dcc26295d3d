namespace Sophia.Core.Analytics.Discovery.Changes;

/// <summary>Why a sum changed, by one dimension: how many were sold, of what, at which price.</summary>
/// <param name="Change">After minus before.</param>
/// <param name="Volume">What the number sold explains.</param>
/// <param name="Mix">What selling other members than before explains.</param>
/// <param name="Price">What the value of one explains.</param>
/// <param name="Parts">The members, the largest share of the change first; they sum to it.</param>
public sealed record ChangeExplanation(decimal Change, decimal Volume, decimal Mix, decimal Price, IReadOnlyList<ExplainedPart> Parts)
{
    // Millionths of the unit: the roundings cancel within each member, so sums stay exact.
    private const int Places = 6;

    /// <summary>Splits a change exactly.</summary>
    /// <exception cref="ArgumentException">A count is negative, or a value stands without a count.</exception>
    public static ChangeExplanation Of(IEnumerable<ChangePart> parts)
    {
        var all = parts.ToArray();
        if (all.Any(static part => part.CountBefore < 0 || part.CountAfter < 0
            || (part.CountBefore == 0 && part.ValueBefore != 0) || (part.CountAfter == 0 && part.ValueAfter != 0)))
        {
            throw new ArgumentException("Counts are zero or more, and nothing sold brings nothing.", nameof(parts));
        }

        var (before, after) = (all.Sum(static part => part.CountBefore), all.Sum(static part => part.CountAfter));
        var explained = all.Select(part =>
        {
            // With nothing before there is no mix to keep: all that came is mix.
            var sameMix = before == 0 ? 0 : Math.Round(part.ValueBefore * (after / before), Places);

            // A member that is new has no earlier price: its value is mix.
            var samePrice = part.CountBefore == 0 ? part.ValueAfter : Math.Round(part.CountAfter * (part.ValueBefore / part.CountBefore), Places);
            return new ExplainedPart(part.Name, sameMix - part.ValueBefore, samePrice - sameMix, part.ValueAfter - samePrice);
        }).ToArray();
        var change = all.Sum(static part => part.ValueAfter - part.ValueBefore);
        return new(
            change,
            explained.Sum(static part => part.Volume),
            explained.Sum(static part => part.Mix),
            explained.Sum(static part => part.Price),
            [
                .. explained.OrderByDescending(part => change < 0 ? -part.Total : part.Total)
                    .ThenBy(static part => part.Name, StringComparer.Ordinal),
            ]);
    }
}
