using System.Text;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Tests.Integrations.Gong;

public sealed class GongFactsTests
{
    private const string Started = "\"started\":\"2026-03-02T09:30:00-05:00\",\"duration\":1800";

    [Fact]
    public void A_call_is_read_whole()
    {
        var call = Map<Call>("gong.call", $$$"""
            {"metaData":{"id":"7782342274025937895","title":"Discovery",{{{Started}}},"primaryUserId":"234599484848423","direction":"Outbound","scope":"External","aNewMember":1},
             "context":[{"system":"HubSpot","objects":[{"objectType":"Opportunity","objectId":"31500000001"},{"objectType":"Account","objectId":"21300000001"}]}],
             "parties":[{"id":"1","userId":"234599484848423","speakerId":"11","name":"Ann","affiliation":"Internal"},{"id":"2","speakerId":"22","name":"Bob","affiliation":"External"}],
             "content":{"topics":[{"name":"Pricing","duration":300},{"name":"Silence","duration":0}]},
             "interaction":{"speakers":[{"id":"1","userId":"234599484848423","talkTime":610.5},{"id":"2","talkTime":402.25}]}}
            """)!;

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 14, 30, 0, TimeSpan.Zero), call.StartedAt);
        Assert.Equal((1800, CallDirection.Outbound, (bool?)false, "234599484848423"), (call.DurationSeconds, call.Direction, call.IsInternal, call.OwnerId));
        Assert.Equal(["31500000001"], call.DealIds);
        Assert.Equal("21300000001", call.AccountId);
        Assert.Equal([new CallParty("11", "234599484848423", "Ann", SpeakerSide.Ours), new CallParty("22", null, "Bob", SpeakerSide.Theirs)], call.Parties);
        Assert.Equal((610.5m, 402.25m), (call.OurTalkSeconds, call.TheirTalkSeconds));
        Assert.Equal([new CallTopic("Pricing", 300)], call.Topics);
    }

    [Fact]
    public void Identifiers_of_20_digits_keep_every_digit_also_as_numbers()
    {
        var call = Map<Call>("gong.call", $$$"""{"metaData":{"id":18446744073709551615,{{{Started}}},"primaryUserId":12345678901234567891}}""")!;

        Assert.Equal("12345678901234567891", call.OwnerId);
    }

    [Fact]
    public void What_Gong_leaves_out_is_not_known()
    {
        var call = Map<Call>("gong.call", $$$"""{"metaData":{"id":"1",{{{Started}}},"scope":"Unknown","direction":"Sideways"}}""")!;

        Assert.Equal((null, CallDirection.Unknown, null, null, null), (call.IsInternal, call.Direction, call.OwnerId, call.AccountId, call.Title));
        Assert.Equal((null, null), (call.OurTalkSeconds, call.TheirTalkSeconds));
        Assert.Empty(call.DealIds);
        Assert.Empty(call.Parties);
        Assert.Empty(call.Topics);
    }

    [Fact]
    public void Talk_of_somebody_on_an_unknown_side_leaves_both_parts_unknown()
    {
        var call = Map<Call>("gong.call", $$$"""
            {"metaData":{"id":"1",{{{Started}}}},"parties":[{"id":"1","userId":"5","affiliation":"Internal"},{"id":"2","affiliation":"Unknown"}],
             "interaction":{"speakers":[{"id":"1","userId":"5","talkTime":60},{"id":"2","talkTime":30}]}}
            """)!;

        Assert.Equal((null, null), (call.OurTalkSeconds, call.TheirTalkSeconds));
    }

    [Theory]
    [InlineData("""{"metaData":{"id":"1","duration":60}}""")]
    [InlineData("""{"metaData":{"id":"1","started":"2026-03-02T09:30:00Z"}}""")]
    [InlineData("""{"metaData":{"id":"1","started":"soon","duration":60}}""")]
    [InlineData("{}")]
    public void A_call_without_a_time_can_be_counted_nowhere(string json) => Assert.Null(Map<Call>("gong.call", json));

    [Fact]
    public void A_transcript_is_its_stretches_and_what_cannot_be_placed_is_left_out()
    {
        var transcript = Map<CallTranscript>("gong.transcript", """
            {"callId":"1","transcript":[
              {"speakerId":"11","topic":"Pricing","sentences":[{"start":1000,"end":2500,"text":"This is great."},{"start":2600,"end":4000,"text":"We love it."}]},
              {"speakerId":22,"sentences":[{"start":4100,"end":5000,"text":"Wonderful, thank you so much."}]},
              {"speakerId":"11","sentences":[]},
              {"speakerId":"11","sentences":[{"text":"When?"}]}]}
            """)!;

        Assert.Equal(
            [new CallSegment("11", 1000, 4000, "This is great. We love it.", "Pricing"), new CallSegment("22", 4100, 5000, "Wonderful, thank you so much.", null)],
            transcript.Segments);
        Assert.True(transcript.Sentiment > 0.1m);
    }

    [Fact]
    public void A_transcript_of_nothing_has_no_sentiment() =>
        Assert.Null(Map<CallTranscript>("gong.transcript", """{"callId":"1","transcript":[]}""")!.Sentiment);

    [Fact]
    public void A_user_is_tied_to_a_person_by_an_address_in_lower_case()
    {
        var user = Map<SystemUser>("gong.user", """{"id":"5","emailAddress":"Ann.Lee@Aurelia.example","firstName":"Ann","lastName":"Lee","active":false}""")!;

        Assert.Equal(("ann.lee@aurelia.example", "Ann Lee"), (user.Email, user.Name));
    }

    [Fact]
    public void A_notification_states_no_fact() => Assert.Null(Map<Fact>("gong.notification", """{"callId":"1"}"""));

    private static T? Map<T>(string kind, string json)
        where T : Fact => new[]
        {
            new NewEvent { Stream = new StreamName("gong", kind, "1"), SourceVersion = null, Payload = Encoding.UTF8.GetBytes(json) },
        }.Facts<T>().SingleOrDefault();
}
