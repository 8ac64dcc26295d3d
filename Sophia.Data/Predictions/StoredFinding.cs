using Sophia.Core.Analytics.Discovery.Findings;

namespace Sophia.Data.Predictions;

/// <summary>A finding with its time.</summary>
/// <param name="Finding">What stands out.</param>
/// <param name="FoundAt">When it was first found.</param>
/// <param name="SeenAt">When it was last found.</param>
/// <param name="SubjectName">The name of the seller that it is about, or null.</param>
public sealed record StoredFinding(SalesFinding Finding, DateTimeOffset FoundAt, DateTimeOffset SeenAt, string? SubjectName);
