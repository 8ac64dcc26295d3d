using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>What a fact was before a batch, or null if it was unknown, and what it is after.</summary>
internal readonly record struct FactChange<TFact>(FactVersion<TFact>? Before, FactVersion<TFact> After)
    where TFact : Fact;
