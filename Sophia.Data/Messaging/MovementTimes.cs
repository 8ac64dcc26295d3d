namespace Sophia.Data.Messaging;

/// <summary>When a movement came about.</summary>
/// <param name="RecordedAt">When the oldest of its events was written to the log.</param>
/// <param name="ProjectedAt">When the figures held it.</param>
public sealed record MovementTimes(DateTimeOffset RecordedAt, DateTimeOffset ProjectedAt);
