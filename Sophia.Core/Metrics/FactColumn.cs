namespace Sophia.Core.Metrics;

/// <summary>The columns of facts that components filter, measure and date by.</summary>
public enum FactColumn
{
    /// <summary>The deal's present value in the organisation's currency.</summary>
    Amount,

    /// <summary><see cref="Amount"/> times the stage's probability.</summary>
    WeightedAmount,

    /// <summary>Days from opening to closing, with fractions.</summary>
    SalesCycleDays,

    /// <summary>Whether the deal is in a won stage.</summary>
    IsWon,

    /// <summary>Whether the deal is in a closed stage that is not won.</summary>
    IsLost,

    /// <summary>Whether the deal is in a closed stage.</summary>
    IsClosed,

    /// <summary>Whether the stage of the stay is open.</summary>
    IsOpen,

    /// <summary>When the deal was opened.</summary>
    CreatedAt,

    /// <summary>When the deal was closed.</summary>
    ClosedAt,

    /// <summary>When the deal arrived in the stage.</summary>
    EnteredAt,

    /// <summary>When the deal left the stage; null while it is there.</summary>
    LeftAt,

    /// <summary>Whether others than colleagues took part in the call, as far as the source says.</summary>
    IsExternalCall,

    /// <summary>Whether only colleagues took part in the call.</summary>
    IsInternalCall,

    /// <summary>Whether the call is external and the source measured how long either side talked.</summary>
    IsTalkMeasured,

    /// <summary>Whether the call is external and the sentiment of its transcript is known.</summary>
    IsSentimentKnown,

    /// <summary>When the call began.</summary>
    StartedAt,

    /// <summary>How long the call lasted, in minutes.</summary>
    DurationMinutes,

    /// <summary>How long the call lasted, in hours.</summary>
    DurationHours,

    /// <summary>How long our side talked, in seconds.</summary>
    OurTalkSeconds,

    /// <summary>How long both sides together talked, in seconds.</summary>
    AllTalkSeconds,

    /// <summary>The mean sentiment of what was said in the call, -1 to 1.</summary>
    Sentiment,

    /// <summary>The person's first day.</summary>
    HiredOn,

    /// <summary>The person's first day no longer here; null while employed.</summary>
    LeftOn,

    /// <summary>
    /// The day on which the first answer to the survey came. All its answers count on that day, so that no two ranges differ by
    /// a few people's answers.
    /// </summary>
    SurveyDay,

    /// <summary>How content the person is, 0 to 10.</summary>
    Score,
}
