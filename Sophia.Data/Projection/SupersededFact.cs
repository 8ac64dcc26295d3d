using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>A fact that Sophia held for true from one time to another.</summary>
internal readonly record struct SupersededFact<TFact>(TFact Fact, DateTimeOffset RecordedFrom, DateTimeOffset RecordedTo)
    where TFact : Fact;
