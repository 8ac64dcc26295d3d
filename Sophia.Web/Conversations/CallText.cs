using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Conversations;
using Sophia.Core.Metrics;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Conversations;

/// <summary>Writes what is known of calls.</summary>
internal static class CallText
{
    /// <summary>A length: 31:05, or 1:02:09.</summary>
    public static string Length(long seconds) =>
        TimeSpan.FromSeconds(seconds) is { TotalHours: >= 1 } length ? length.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : TimeSpan.FromSeconds(seconds).ToString(@"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>A moment of a call.</summary>
    public static string Moment(long milliseconds) => Length(milliseconds / 1000);

    /// <summary>A share, or a dash.</summary>
    public static string Share(IStringLocalizer text, decimal? share) => FigureText.Write(text, share, MetricUnit.Ratio, currency: null);

    /// <summary>A sentiment in a word; the number stands beside it.</summary>
    public static string Mood(decimal? sentiment) => sentiment switch
    {
        null => "mood.unknown",
        >= 0.15m => "mood.positive",
        <= -0.15m => "mood.negative",
        _ => "mood.neutral",
    };

    /// <summary>How a sentiment is to be taken.</summary>
    public static StatusLevel Level(decimal? sentiment) => Mood(sentiment) switch
    {
        "mood.positive" => StatusLevel.Good,
        "mood.negative" => StatusLevel.Bad,
        _ => StatusLevel.Neutral,
    };

    /// <summary>A finding's subject: a known word translated, anything else as it was said.</summary>
    public static string Subject(IStringLocalizer text, string subject) =>
        text["subject." + subject] is { ResourceNotFound: false, Value: var known } ? known : subject;

    /// <summary>The key of a side's name.</summary>
    public static string Side(SpeakerSide side) => side switch
    {
        SpeakerSide.Ours => "side.ours",
        SpeakerSide.Theirs => "side.theirs",
        SpeakerSide.Unknown => "side.unknown",
    };

    /// <summary>The key of a finding's name.</summary>
    public static string Kind(CallFindingKind kind) => kind switch
    {
        CallFindingKind.Objection => "finding.objection",
        CallFindingKind.Competitor => "finding.competitor",
        CallFindingKind.Pricing => "finding.pricing",
        CallFindingKind.NextStep => "finding.nextStep",
    };
}
