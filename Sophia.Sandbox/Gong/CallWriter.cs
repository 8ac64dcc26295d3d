using System.Globalization;
using System.Text.Json;
using Sophia.Sandbox.Calls;
using static Sophia.Sandbox.Gong.GongText;

namespace Sophia.Sandbox.Gong;

/// <summary>Writes calls as Gong does.</summary>
internal sealed class CallWriter(CallDetails details)
{
    private static readonly string[] s_systems = ["Zoom", "Microsoft Teams", "Google Meet", "Outreach"];

    private static readonly ContentSelector s_everything = new()
    {
        Context = "Extended",
        ExposedFields = new ExposedFields
        {
            Parties = true,
            Content = new ContentFields { Topics = true, Trackers = true },
            Interaction = new InteractionFields { Speakers = true, PersonInteractionStats = true, Questions = true },
        },
    };

    /// <summary>What the automation rule posts about a call.</summary>
    public byte[] Announcement(Call call, bool isTest)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WritePropertyName("callData");
            Write(json, call, s_everything);
            json.WriteBoolean("isTest", isTest);
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>A call's own data.</summary>
    public void WriteData(Utf8JsonWriter json, Call call)
    {
        json.WriteStartObject();
        json.WriteString("id", Text(call.Id));
        json.WriteString("url", $"https://app.gong.example/call?id={Text(call.Id)}");
        json.WriteString("title", details.TitleOf(call));
        json.WriteString("scheduled", Text(call.StartedAt.AddMinutes(-(call.StartedAt.Minute % 5)).AddSeconds(-call.StartedAt.Second)));
        json.WriteString("started", Text(call.StartedAt));
        json.WriteNumber("duration", call.DurationSeconds);
        json.WriteString("primaryUserId", User(call.HostId));
        json.WriteString("direction", DirectionOf(call));
        json.WriteString("system", s_systems[call.Number % s_systems.Length]);
        json.WriteString("scope", call.IsInternal ? "Internal" : "External");
        json.WriteString("media", call.Number % 5 == 0 ? "Audio" : "Video");
        json.WriteString("language", "eng");
        json.WriteString("workspaceId", Workspace);
        json.WriteString("meetingUrl", $"https://meet.example/{call.Number}");
        json.WriteBoolean("isPrivate", false);
        json.WriteString("calendarEventId", $"event-{call.Number}@aurelia.example");
        json.WriteEndObject();
    }

    /// <summary>A call with the parts that are asked for; without any, its own data only.</summary>
    public void Write(Utf8JsonWriter json, Call call, ContentSelector? selector)
    {
        json.WriteStartObject();
        json.WritePropertyName("metaData");
        WriteData(json, call);
        if (selector?.Context is "Basic" or "Extended")
        {
            WriteContext(json, call);
        }

        var exposed = selector?.ExposedFields;
        var people = details.PeopleOf(call);
        if (exposed?.Parties == true)
        {
            WriteParties(json, people);
        }

        if ((exposed?.Content ?? (object?)exposed?.Interaction) is not null && details.ContentOf(call) is { } content)
        {
            WriteContent(json, exposed!.Content, content);
            WriteInteraction(json, exposed.Interaction, content, people);
        }

        json.WriteEndObject();
    }

    /// <summary>What was said in a call.</summary>
    public void WriteTranscript(Utf8JsonWriter json, Call call)
    {
        var people = details.PeopleOf(call);
        json.WriteStartObject();
        json.WriteString("callId", Text(call.Id));
        json.WriteStartArray("transcript");
        foreach (var monologue in details.TranscriptOf(call) ?? [])
        {
            json.WriteStartObject();
            json.WriteString("speakerId", Text(people[monologue.Speaker].SpeakerId));
            json.WriteString("topic", monologue.Topic);
            json.WriteStartArray("sentences");
            foreach (var sentence in monologue.Sentences)
            {
                json.WriteStartObject();
                json.WriteNumber("start", sentence.Start);
                json.WriteNumber("end", sentence.End);
                json.WriteString("text", sentence.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string DirectionOf(Call call) => call.Kind switch
    {
        CallKind.Internal or CallKind.Demo => "Conference",
        CallKind.Discovery => call.Number % 3 == 0 ? "Conference" : "Outbound",
        CallKind.Negotiation => call.Number % 4 == 0 ? "Outbound" : "Conference",
        CallKind.CheckIn => call.Number % 3 == 0 ? "Inbound" : "Outbound",
    };

    private static void WriteContext(Utf8JsonWriter json, Call call)
    {
        json.WriteStartArray("context");
        if (call.DealId is { } dealId)
        {
            json.WriteStartObject();
            json.WriteString("system", "HubSpot");
            json.WriteStartArray("objects");
            WriteObject(json, "Opportunity", dealId);
            WriteObject(json, "Account", call.CompanyId!.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, string type, long id)
    {
        json.WriteStartObject();
        json.WriteString("objectType", type);
        json.WriteString("objectId", id.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("fields");
        json.WriteEndArray();
        json.WriteString("timing", "Now");
        json.WriteEndObject();
    }

    private static void WriteParties(Utf8JsonWriter json, IReadOnlyList<Participant> people)
    {
        json.WriteStartArray("parties");
        foreach (var person in people)
        {
            json.WriteStartObject();
            json.WriteString("id", Text(person.PartyId));
            json.WriteString("emailAddress", person.Email);
            json.WriteString("name", person.FullName);
            json.WriteString("title", person.Title);
            if (person.EmployeeId is { } employeeId)
            {
                json.WriteString("userId", User(employeeId));
            }

            json.WriteString("speakerId", Text(person.SpeakerId));
            json.WriteString("affiliation", person.IsOurs ? "Internal" : "External");
            json.WriteStartArray("methods");
            json.WriteStringValue("Invitee");
            json.WriteStringValue("Attendee");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter json, ContentFields? asked, CallContent content)
    {
        if (asked is null)
        {
            return;
        }

        json.WriteStartObject("content");
        if (asked.Topics)
        {
            json.WriteStartArray("topics");
            foreach (var (name, seconds) in content.Topics)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("duration", seconds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (asked.Trackers)
        {
            json.WriteStartArray("trackers");
            foreach (var (index, (name, count)) in content.Trackers.Index())
            {
                json.WriteStartObject();
                json.WriteString("id", Text(5_700_000_000_000_000_001UL + (ulong)index));
                json.WriteString("name", name);
                json.WriteNumber("count", count);
                json.WriteString("type", "KEYWORD");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteInteraction(Utf8JsonWriter json, InteractionFields? asked, CallContent content, IReadOnlyList<Participant> people)
    {
        if (asked is null)
        {
            return;
        }

        json.WriteStartObject("interaction");
        if (asked.Speakers)
        {
            json.WriteStartArray("speakers");
            foreach (var (index, seconds) in content.TalkSeconds.Index().Where(static one => one.Item > 0))
            {
                json.WriteStartObject();
                json.WriteString("id", Text(people[index].PartyId));
                if (people[index].EmployeeId is { } employeeId)
                {
                    json.WriteString("userId", User(employeeId));
                }

                json.WriteNumber("talkTime", seconds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (asked.PersonInteractionStats && content.LongestMonologueSeconds is { } longest)
        {
            json.WriteStartArray("interactionStats");
            WriteStatistic(json, "Talk Ratio", Math.Round(content.TalkSeconds.Where((_, index) => people[index].IsOurs).Sum() / content.TalkSeconds.Sum(), 4));
            WriteStatistic(json, "Longest Monologue", longest);
            json.WriteEndArray();
        }

        if (asked.Questions && content is { OurQuestions: { } ours, TheirQuestions: { } theirs })
        {
            json.WriteStartObject("questions");
            json.WriteNumber("companyCount", ours);
            json.WriteNumber("nonCompanyCount", theirs);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStatistic(Utf8JsonWriter json, string name, double value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteNumber("value", value);
        json.WriteEndObject();
    }
}
