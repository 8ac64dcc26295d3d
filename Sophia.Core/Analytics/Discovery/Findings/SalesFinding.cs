using Sophia.Core.Analytics.Discovery.Changes;
using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>Something about the business that chance does not explain.</summary>
public sealed record SalesFinding
{
    /// <summary>What it is about.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The quarter's first day (yyyy-MM-dd), the seller's identifier, the part as dimension: name, or the customer's identifier.</summary>
    public required string Subject { get; init; }

    /// <summary>In words, with the figures.</summary>
    public required string Statement { get; init; }

    /// <summary>The size of the effect: the ratio of wins to those expected; for a lost customer its share of the revenue of the two years before.</summary>
    public required double Effect { get; init; }

    /// <summary>The chance of seeing this without any difference.</summary>
    public required double Probability { get; init; }

    /// <summary>The expected share of false ones among all of its kind reported at least as surely.</summary>
    public required double FalseShare { get; init; }

    /// <summary>The deals that show it, the largest first; at most 20.</summary>
    public required IReadOnlyList<FactKey> Evidence { get; init; }

    /// <summary>What moved revenue, by factor; they sum to the change. Null where no earlier period compares.</summary>
    public IReadOnlyList<FactorEffect>? Factors { get; init; }

    /// <summary>What moved revenue, by dimension; each sums to the change.</summary>
    public IReadOnlyDictionary<string, ChangeExplanation> Changes { get; init; } = new Dictionary<string, ChangeExplanation>(StringComparer.Ordinal);
}
