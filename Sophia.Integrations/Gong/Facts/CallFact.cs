using System.Text.Json;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.Gong.Facts;

/// <summary>A call of Gong.</summary>
internal static class CallFact
{
    private const string Internal = "Internal";
    private const string External = "External";

    /// <summary>The fact, or null where Gong does not say when the call began or how long it was: it could be counted nowhere.</summary>
    public static Call? From(LoggedEvent logged, JsonElement source)
    {
        if (!source.TryGetProperty("metaData", out var data)
            || SourceValue.Time(SourceValue.Text(data, "started")) is not { } startedAt
            || Number(data, "duration") is not { } duration)
        {
            return null;
        }

        var linked = LinkedObjects(source);
        var (ours, theirs) = TalkOf(source);
        return new Call
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            Title = SourceValue.Text(data, "title"),
            StartedAt = startedAt,
            DurationSeconds = (long)duration,
            Direction = DirectionOf(data),
            IsInternal = SourceValue.Text(data, "scope") switch
            {
                Internal => true,
                External => false,
                _ => null,
            },
            OwnerId = SourceValue.Id(data, "primaryUserId"),
            DealIds = [.. linked.Where(static one => one.Type is "Opportunity" or "Deal").Select(static one => one.Id).Distinct(StringComparer.Ordinal)],
            AccountId = linked.FirstOrDefault(static one => one.Type is "Account").Id,
            Parties = [.. Parties(source).Select(PartyOf)],
            OurTalkSeconds = ours,
            TheirTalkSeconds = theirs,
            Topics = TopicsOf(source),
        };
    }

    private static CallDirection DirectionOf(JsonElement data) => SourceValue.Text(data, "direction") switch
    {
        "Inbound" => CallDirection.Inbound,
        "Outbound" => CallDirection.Outbound,
        "Conference" => CallDirection.Conference,
        _ => CallDirection.Unknown,
    };

    private static (string Type, string Id)[] LinkedObjects(JsonElement source) =>
    [
        .. from context in SourceValue.Array(source, "context")
           from linked in SourceValue.Array(context, "objects")
           let type = SourceValue.Text(linked, "objectType")
           let id = SourceValue.Id(linked, "objectId")
           where type is not null && id is not null
           select (type, id),
    ];

    private static IEnumerable<JsonElement> Parties(JsonElement source) => SourceValue.Array(source, "parties");

    private static CallParty PartyOf(JsonElement party) =>
        new(SourceValue.Id(party, "speakerId"), SourceValue.Id(party, "userId"), SourceValue.Text(party, "name"), SideOf(party));

    private static SpeakerSide SideOf(JsonElement party) => SourceValue.Text(party, "affiliation") switch
    {
        Internal => SpeakerSide.Ours,
        External => SpeakerSide.Theirs,
        // Only colleagues are users.
        _ => SourceValue.Id(party, "userId") is null ? SpeakerSide.Unknown : SpeakerSide.Ours,
    };

    // Where somebody talked whose side is not known, neither side's part is.
    private static (decimal? Ours, decimal? Theirs) TalkOf(JsonElement source)
    {
        if (!source.TryGetProperty("interaction", out var interaction))
        {
            return default;
        }

        var sides = Parties(source).Where(static party => SourceValue.Id(party, "id") is not null)
            .ToLookup(static party => SourceValue.Id(party, "id"), SideOf, StringComparer.Ordinal);
        var talked = SourceValue.Array(interaction, "speakers").Select(speaker => (
            Seconds: Number(speaker, "talkTime") ?? 0,
            Side: SourceValue.Id(speaker, "userId") is not null ? SpeakerSide.Ours : sides[SourceValue.Id(speaker, "id")].FirstOrDefault())).ToArray();
        if (talked.Length == 0 || talked.Any(static one => one.Seconds > 0 && one.Side == SpeakerSide.Unknown))
        {
            return default;
        }

        return (SecondsOf(SpeakerSide.Ours), SecondsOf(SpeakerSide.Theirs));

        decimal SecondsOf(SpeakerSide side) => talked.Where(one => one.Side == side).Sum(static one => one.Seconds);
    }

    private static IReadOnlyList<CallTopic> TopicsOf(JsonElement source) => source.TryGetProperty("content", out var content)
        ?
        [
            .. from topic in SourceValue.Array(content, "topics")
               let name = SourceValue.Text(topic, "name")
               let seconds = Number(topic, "duration")
               where name is not null && seconds > 0
               select new CallTopic(name, seconds.Value),
        ]
        : [];

    private static decimal? Number(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : null;
}
