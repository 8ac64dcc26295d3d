namespace Sophia.Sandbox.Control;

/// <summary>The truth about the calls that began in a time range.</summary>
/// <param name="Calls">All of them.</param>
/// <param name="External">Those with customers.</param>
/// <param name="Transcripts">Those written down and analysed.</param>
/// <param name="ExternalSeconds">How long those with customers took.</param>
/// <param name="OurTalkSeconds">How long our side talked in them, as far as it was measured.</param>
/// <param name="TheirTalkSeconds">How long the customers talked in them, as far as it was measured.</param>
/// <param name="ExternalByTopic">Those with customers by topic; a call counts under each of its topics.</param>
internal sealed record CallTotals(
    int Calls, int External, int Transcripts, long ExternalSeconds, double OurTalkSeconds, double TheirTalkSeconds, IReadOnlyDictionary<string, int> ExternalByTopic);
