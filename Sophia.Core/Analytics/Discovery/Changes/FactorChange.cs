namespace Sophia.Core.Analytics.Discovery.Changes;

/// <summary>Splits the change of a product, such as revenue = deals closed × win rate × average deal, over its factors.</summary>
/// <remarks>The logarithmic mean Divisia index (B. W. Ang 2004): exact, and the same whichever factor comes first.</remarks>
public static class FactorChange
{
    /// <summary>The effects, the largest first; they sum to the change. Null where a factor is not above 0, since then no factor's share is defined.</summary>
    public static IReadOnlyList<FactorEffect>? Of(IReadOnlyList<(string Factor, double Before, double After)> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Any(static factor => !(factor.Before > 0) || !(factor.After > 0) || !double.IsFinite(factor.Before) || !double.IsFinite(factor.After)))
        {
            return null;
        }

        var before = factors.Aggregate(1.0, static (product, factor) => product * factor.Before);
        var after = factors.Aggregate(1.0, static (product, factor) => product * factor.After);
        var weight = before == after ? before : (after - before) / Math.Log(after / before);
        return
        [
            .. factors.Select(factor => new FactorEffect(factor.Factor, factor.Before, factor.After, weight * Math.Log(factor.After / factor.Before)))
                .OrderByDescending(static effect => Math.Abs(effect.Effect)),
        ];
    }
}
