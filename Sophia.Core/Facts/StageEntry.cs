namespace Sophia.Core.Facts;

/// <summary>A deal's arrival in a stage.</summary>
/// <param name="StageId">The <see cref="FactKey.ExternalId"/> of a <see cref="DealStage"/>.</param>
/// <param name="EnteredAt">When the deal arrived there.</param>
public sealed record StageEntry(string StageId, DateTimeOffset EnteredAt);
