using Microsoft.Extensions.Options;
using Sophia.Sandbox.Calls.Speech;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Calls;

/// <summary>Makes what is not kept of a call: its title, its words and what their analysis gives.</summary>
internal sealed class CallDetails(CallPeople people, IOptions<SandboxOptions> options)
{
    private static readonly string[] s_pricingWords = ["price", "pricing", "discount", "budget", "quote", "$"];

    public IReadOnlyList<Participant> PeopleOf(Call call) => people.Of(call);

    public string TitleOf(Call call)
    {
        if (call.IsInternal)
        {
            return InternalTitle(call);
        }

        var company = people.CompanyOf(call).Name;
        var product = call.ProductLine!.Value.Name();
        return call.Kind switch
        {
            CallKind.Discovery => $"{company} - {product} discovery",
            CallKind.Demo => $"{company} / Aurelia: {product} demo",
            CallKind.Negotiation => $"{company} - {product} proposal review",
            CallKind.CheckIn or CallKind.Internal => $"{company} - customer check-in",
        };
    }

    /// <summary>What was said; nothing where nobody wrote it down, or not yet.</summary>
    public IReadOnlyList<Monologue>? TranscriptOf(Call call)
    {
        if (!call.HasTranscript || !call.IsAnalysed)
        {
            return null;
        }

        var style = people.StyleOf(call.HostId);
        var manner = SellerManner.Of(style, people.IsWeak(call.HostId));
        return new TranscriptWriter(call, people.CompanyOf(call), people.Of(call), style, manner, CallSeeder.RandomOf(options.Value.Seed, call.Number).Fork(4)).Write();
    }

    /// <summary>What the analysis gives; nothing where there was no recording, or not yet.</summary>
    public CallContent? ContentOf(Call call)
    {
        if (!call.IsAnalysed)
        {
            return null;
        }

        var participants = people.Of(call);
        return TranscriptOf(call) is { } transcript ? Measure(transcript, participants) : Draw(call, participants);
    }

    private static CallContent Measure(IReadOnlyList<Monologue> transcript, IReadOnlyList<Participant> participants)
    {
        var sentences = transcript.SelectMany(static monologue => monologue.Sentences.Select(sentence => (monologue.Speaker, sentence.Text))).ToArray();
        return new CallContent(
            [.. participants.Select((_, index) => Math.Round(transcript.Where(monologue => monologue.Speaker == index).Sum(static monologue => monologue.Length) / 1_000.0, 1))],
            [.. transcript.GroupBy(static monologue => monologue.Topic, StringComparer.Ordinal).Select(static topic => (topic.Key, (int)(topic.Sum(static monologue => monologue.Length) / 1_000)))],
            transcript.Where(monologue => participants[monologue.Speaker].IsOurs).Max(static monologue => monologue.Length) / 1_000.0,
            sentences.Count(one => participants[one.Speaker].IsOurs && one.Text.EndsWith('?')),
            sentences.Count(one => !participants[one.Speaker].IsOurs && one.Text.EndsWith('?')),
            [
                ("Competitors", sentences.Count(static one => Competitors.All.Any(name => one.Text.Contains(name, StringComparison.Ordinal)))),
                ("Pricing", sentences.Count(static one => s_pricingWords.Any(word => one.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))),
            ]);
    }

    private static (string Name, double Weight)[] SubjectsOf(CallKind kind) => kind switch
    {
        CallKind.Discovery => [("Call Setup", 1), ("Small Talk", 1), ("Discovery", 8), ("Decision Process", 3), ("Pricing", 1), ("Next Steps", 1)],
        CallKind.Demo => [("Call Setup", 1), ("Product Demo", 9), ("Integrations", 3), ("Security", 2), ("Competition", 1), ("Next Steps", 1)],
        CallKind.Negotiation => [("Call Setup", 1), ("Pricing", 6), ("Legal and Procurement", 3), ("Timeline", 2), ("Competition", 1), ("Next Steps", 1)],
        CallKind.CheckIn => [("Small Talk", 1), ("Adoption", 6), ("Support", 3), ("Expansion", 2), ("Renewal", 2), ("Next Steps", 1)],
        CallKind.Internal => [("Status", 4), ("Planning", 4), ("Blockers", 2), ("Small Talk", 1)],
    };

    private CallContent Draw(Call call, IReadOnlyList<Participant> participants)
    {
        var random = CallSeeder.RandomOf(options.Value.Seed, call.Number).Fork(5);
        var talked = call.DurationSeconds * (0.82 + (0.12 * random.NextDouble()));
        var topics = SubjectsOf(call.Kind).Where(_ => random.Chance(0.8))
            .Select(subject => (subject.Name, Weight: subject.Weight * (0.4 + random.NextDouble()))).ToArray();
        var whole = topics.Sum(static topic => topic.Weight);
        return new CallContent(
            TalkOf(call, participants, talked, random),
            [.. topics.Select(topic => (topic.Name, (int)(talked * topic.Weight / whole)))],
            null,
            null,
            null,
            []);
    }

    private double[] TalkOf(Call call, IReadOnlyList<Participant> participants, double talked, SeededRandom random)
    {
        var weights = participants.Select((_, index) => (index == 0 ? 1.4 : 1) * (0.2 + random.NextDouble())).ToArray();
        var ours = call.IsInternal
            ? 1
            : Math.Clamp(
                SellerManner.Of(people.StyleOf(call.HostId), people.IsWeak(call.HostId)).TalkShare + (call.Mood == CallMood.Lost ? 0.05 : 0) + (0.07 * random.Normal()), 0.15, 0.95);
        var sides = participants.Select(static (person, index) => (person.IsOurs, Index: index)).ToLookup(static one => one.IsOurs, static one => one.Index);
        return
        [
            .. participants.Select((person, index) => Math.Round(
                talked * (person.IsOurs ? ours : 1 - ours) * weights[index] / sides[person.IsOurs].Sum(other => weights[other]), 1)),
        ];
    }

    private string InternalTitle(Call call)
    {
        var random = CallSeeder.RandomOf(options.Value.Seed, call.Number).Fork(6);
        return people.DepartmentOf(call.HostId) switch
        {
            Department.Sales => random.Pick(["Pipeline review", "Forecast call", "Deal desk", "Sales stand-up"]),
            Department.Engineering => random.Pick(["Stand-up", "Sprint planning", "Architecture review", "Incident review"]),
            Department.CustomerSuccess => random.Pick(["Escalations", "Renewals review", "Onboarding sync"]),
            Department.Product => random.Pick(["Roadmap review", "Product trio", "Discovery readout"]),
            Department.Marketing => random.Pick(["Campaign review", "Content planning", "Launch sync"]),
            Department.Operations => random.Pick(["Operations weekly", "Vendor review"]),
            Department.Finance => random.Pick(["Budget review", "Month-end close"]),
            Department.People => random.Pick(["Hiring sync", "People weekly"]),
        };
    }
}
