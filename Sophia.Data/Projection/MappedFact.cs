using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>A fact and when the log entry that says it was recorded.</summary>
internal readonly record struct MappedFact(Fact Fact, DateTimeOffset RecordedAt);
