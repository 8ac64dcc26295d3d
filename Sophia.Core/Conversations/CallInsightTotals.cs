namespace Sophia.Core.Conversations;

/// <summary>What the calls of a filter add up to. Averages and shares are of calls with people outside, as the metrics of the same names; null where there is none to tell from.</summary>
public sealed record CallInsightTotals
{
    /// <summary>Calls of all types.</summary>
    public required long Calls { get; init; }

    /// <summary>Calls with people outside: the metric <c>calls.held</c>.</summary>
    public required long CallsHeld { get; init; }

    /// <summary>Their average length in seconds: the metric <c>calls.averageLength</c>, which is in minutes.</summary>
    public required decimal? AverageSeconds { get; init; }

    /// <summary>Our part of all talk in them: the metric <c>calls.talkRatio</c>.</summary>
    public required decimal? TalkRatio { get; init; }

    /// <summary>The mean sentiment of those with a transcript: the metric <c>calls.sentiment</c>.</summary>
    public required decimal? Sentiment { get; init; }

    /// <summary>Calls with a transcript.</summary>
    public required long Transcribed { get; init; }

    /// <summary>Calls whose transcript has been analysed; what follows is of these.</summary>
    public required long Analysed { get; init; }

    /// <summary>Calls in which each kind of objection was heard, the most frequent first.</summary>
    public required IReadOnlyList<FindingCount> Objections { get; init; }

    /// <summary>Calls in which each competitor was named, the most frequent first.</summary>
    public required IReadOnlyList<FindingCount> Competitors { get; init; }

    /// <summary>Calls in which money was talked about.</summary>
    public required long PricingCalls { get; init; }

    /// <summary>Calls that ended with something to be done.</summary>
    public required long NextStepCalls { get; init; }

    /// <summary>Calls with people outside by topic; a call with several topics counts under each.</summary>
    public required IReadOnlyList<FindingCount> Topics { get; init; }
}
