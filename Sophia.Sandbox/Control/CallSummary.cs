using System.Globalization;
using Sophia.Sandbox.Calls;

namespace Sophia.Sandbox.Control;

/// <summary>A call as the control endpoints show it.</summary>
internal sealed record CallSummary(
    string Id, string Title, DateTimeOffset StartedAt, int DurationSeconds, bool Internal, bool Transcript, bool Analysed, long? DealId, long? CompanyId)
{
    public static CallSummary Of(Call call, CallDetails details) => new(
        call.Id.ToString(CultureInfo.InvariantCulture),
        details.TitleOf(call),
        call.StartedAt,
        call.DurationSeconds,
        call.IsInternal,
        call.HasTranscript,
        call.IsAnalysed,
        call.DealId,
        call.CompanyId);
}
