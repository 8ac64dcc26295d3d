using Sophia.Core.Facts;

namespace Sophia.Data.Conversations;

/// <summary>A transcript that is to be analysed.</summary>
/// <param name="Key">The call.</param>
/// <param name="Parties">Who took part.</param>
/// <param name="Segments">What was said.</param>
/// <param name="TranscriptRecordedFrom">Which version of the transcript it is.</param>
/// <param name="CallRecordedFrom">Which version of the call it is.</param>
public sealed record PendingAnalysis(
    FactKey Key,
    IReadOnlyList<CallParty> Parties,
    IReadOnlyList<CallSegment> Segments,
    DateTimeOffset TranscriptRecordedFrom,
    DateTimeOffset CallRecordedFrom);
