namespace Sophia.Data.Projection;

/// <summary>What a contribution is split by; empty where the source does not say it, null where the split does not apply.</summary>
internal readonly record struct RollupMembers(string ProductLine, string Region, string Segment, string? Stage);
