using Sophia.Core.Analytics.Discovery.Findings;

namespace Sophia.Core.Predictions;

/// <summary>A finding with its time.</summary>
/// <param name="Finding">What stands out.</param>
/// <param name="FoundAt">When it was first found.</param>
/// <param name="SeenAt">When it was last found.</param>
/// <param name="IsCurrent">Whether the last look found it.</param>
/// <param name="SubjectName">The name of the seller that it is about; null where the source has none and for findings about others.</param>
public sealed record FindingItem(SalesFinding Finding, DateTimeOffset FoundAt, DateTimeOffset SeenAt, bool IsCurrent, string? SubjectName = null);
