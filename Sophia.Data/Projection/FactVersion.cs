using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>A fact and since when Sophia holds it for true.</summary>
internal readonly record struct FactVersion<TFact>(TFact Fact, DateTimeOffset RecordedFrom)
    where TFact : Fact;
