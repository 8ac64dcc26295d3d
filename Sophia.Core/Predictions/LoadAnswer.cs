using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Core.Predictions;

/// <summary>How many calls an hour to be ready for: the body of <c>GET /api/v1/predictions/load</c>.</summary>
public sealed record LoadAnswer
{
    /// <summary>Before the first time.</summary>
    public static LoadAnswer NotYet { get; } = new()
    {
        MadeAt = null, HistoryHours = 0, ServiceLevel = null, Recent = [], Ahead = [], Models = [], Reason = "", BackTest = null,
    };

    /// <summary>When it was computed; null before the first time.</summary>
    public required DateTimeOffset? MadeAt { get; init; }

    /// <summary>How many hours it learnt from.</summary>
    public required int HistoryHours { get; init; }

    /// <summary>The share of hours that the bound is meant to hold, 0.975; null where it declined.</summary>
    public required double? ServiceLevel { get; init; }

    /// <summary>The last two days, by hour; empty where it declined.</summary>
    public required IReadOnlyList<LoadHour> Recent { get; init; }

    /// <summary>The next two days, by hour, the running hour first; empty where it declined.</summary>
    public required IReadOnlyList<ExpectedHour> Ahead { get; init; }

    /// <summary>The models that took part, the weightiest first.</summary>
    public required IReadOnlyList<ModelShare> Models { get; init; }

    /// <summary>Why these models, or why it declined.</summary>
    public required string Reason { get; init; }

    /// <summary>How good the same procedure has been on the end of the history; <c>shareAbove</c> is how often such bounds were exceeded. Null where that is not known.</summary>
    public required BackTest? BackTest { get; init; }
}
