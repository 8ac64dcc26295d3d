using Sophia.Core.Facts;

namespace Sophia.Core.Conversations;

/// <summary>A call with what was said and what was found in it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Transcript">What was said, in order; null where there is no transcript.</param>
/// <param name="AnalyzerVersion">Which version of the analysis found it, or null where it is not analysed yet.</param>
public sealed record CallDetail(CallInsight Call, IReadOnlyList<CallSegment>? Transcript, string? AnalyzerVersion);
