using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>Writes what was said in a call: the same call always the same, no two calls alike.</summary>
internal sealed class TranscriptWriter
{
    // Beginnings of sentences that go on in lower case after "um".
    private static readonly HashSet<string> s_commonStarts =
        new("And The We It That That's You This There Yes What How Our My They Most Anything Some Is Are Do Who When Which Would Could Have".Split(' '), StringComparer.Ordinal);

    private readonly Call _call;
    private readonly IReadOnlyList<Participant> _people;
    private readonly SellerStyle _style;
    private readonly SellerManner _manner;
    private readonly SeededRandom _random;
    private readonly Speaking _speaking;
    private readonly List<Said> _said = [];
    private double _roughSeconds;

    /// <param name="call">The call.</param>
    /// <param name="company">Who is talked to.</param>
    /// <param name="people">Who takes part; the first is ours and hosts.</param>
    /// <param name="style">How the host talks.</param>
    /// <param name="manner">What that does to the host's turns.</param>
    /// <param name="random">The call's draws.</param>
    public TranscriptWriter(Call call, Company company, IReadOnlyList<Participant> people, SellerStyle style, SellerManner manner, SeededRandom random)
    {
        (_call, _people, _style, _manner, _random) = (call, people, style, manner, random);
        _speaking = new Speaking(new CallWords(call, company, people, random.Fork(1)), style, call.Mood, random);
    }

    /// <summary>The transcript, which lasts as long as the call.</summary>
    public IReadOnlyList<Monologue> Write()
    {
        foreach (var scene in CallPlan.Opening(_style, _random))
        {
            Play(scene);
        }

        // The end takes about half a minute.
        var target = Math.Max(60, (_call.DurationSeconds * 0.95) - 30);
        foreach (var scene in CallPlan.Body(_call.Kind, _call.Mood, _random))
        {
            if (_roughSeconds >= target)
            {
                break;
            }

            Play(scene);
        }

        Play(CallPlan.Closing(_random));
        return Timeline.Of(_said, _call.DurationSeconds * 1_000L, speaker => speaker == 0 ? _manner.WordsPerSecond : 2.5, _manner.PauseMilliseconds, _random);
    }

    private void Play(string name)
    {
        var scene = Phrasebook.Shipped.Scenes[name];
        foreach (var turn in scene.Turns)
        {
            if (turn.MayBeLeftOut && (IsMissing(turn.Role) || !_random.Chance(_style == SellerStyle.Concise ? 0.35 : 0.6)))
            {
                continue;
            }

            var speaker = SpeakerOf(turn.Role);
            var text = _speaking.Fill(turn.Text);
            if (speaker == 0)
            {
                SayOurs(scene.Topic, text);
            }
            else
            {
                if (scene.Topic is not ("Call Setup" or "Small Talk" or "Next Steps") && speaker > 0 && _people[speaker].EmployeeId is null && _random.Chance(_manner.OpensUp))
                {
                    text += " " + _speaking.Say("cust.more");
                }

                Add(speaker, scene.Topic, interrupts: false, text, fillers: 0.07);
            }
        }
    }

    private void SayOurs(string topic, string text)
    {
        if (_random.Chance(_manner.Rambles))
        {
            for (var left = _random.Between(1, _manner.MostRambling); left > 0; left--)
            {
                text += " " + _speaking.Say("rep.ramble");
            }
        }

        var mayAsk = topic is not ("Call Setup" or "Small Talk" or "Next Steps") && !text.EndsWith('?');
        if (topic is not ("Call Setup" or "Small Talk") && _random.Chance(_manner.Pushes))
        {
            text += " " + _speaking.Say("rep.push");
        }
        else if (mayAsk && _random.Chance(_manner.Probes))
        {
            text += " " + _speaking.Say("rep.probe");
        }

        Add(0, topic, interrupts: _said.Count > 0 && _random.Chance(_manner.Interrupts), text, _manner.Fillers);
    }

    private void Add(int speaker, string topic, bool interrupts, string text, double fillers)
    {
        string[] sentences = [.. SentencesOf(text).Select(sentence => _random.Chance(fillers) ? WithFiller(sentence) : sentence)];

        // Who listens to a long stretch shows it.
        var listener = speaker == 0 ? FirstOfTheirs() : 0;
        if (sentences.Length > 3 && _random.Chance(0.6))
        {
            var half = _random.Between(2, sentences.Length - 1);
            Add(new Said(speaker, topic, interrupts, sentences[..half]));
            Add(new Said(listener, topic, Interrupts: true, [_speaking.Say("listen")]));
            Add(new Said(speaker, topic, Interrupts: false, sentences[half..]));
        }
        else
        {
            Add(new Said(speaker, topic, interrupts, sentences));
        }
    }

    private void Add(Said said)
    {
        _said.Add(said);
        _roughSeconds += (said.Sentences.Sum(static sentence => Timeline.Words(sentence)) / 2.6) + 0.8;
    }

    private bool IsMissing(char role) => role switch
    {
        'S' => Colleague() == 0,
        'D' => FirstOfTheirs() == _people.Count - 1,
        _ => false,
    };

    private string WithFiller(string sentence)
    {
        var space = sentence.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? sentence : sentence[..space];
        if (!s_commonStarts.Contains(first) && first is not ("I" or "I'm" or "I'd" or "I'll" or "I've"))
        {
            return sentence;
        }

        var filler = _speaking.Say("filler");
        var rest = first[0] is 'I' && !s_commonStarts.Contains(first) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
        return $"{char.ToUpperInvariant(filler[0])}{filler[1..]} {rest}";
    }

    private int SpeakerOf(char role) => role switch
    {
        'S' => Colleague(),
        'C' => FirstOfTheirs(),
        'D' => SecondOfTheirs(),
        _ => 0,
    };

    private int Colleague() => _people.Count > 1 && _people[1].IsOurs ? 1 : 0;

    private int FirstOfTheirs() => _people[1].IsOurs ? 2 : 1;

    private int SecondOfTheirs() => Math.Min(FirstOfTheirs() + 1, _people.Count - 1);

    private static IEnumerable<string> SentencesOf(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '.' or '?' or '!' && (at == text.Length - 1 || text[at + 1] is ' '))
            {
                yield return text[start..(at + 1)].Trim();
                start = at + 1;
            }
        }

        if (start < text.Length && !string.IsNullOrWhiteSpace(text[start..]))
        {
            yield return text[start..].Trim();
        }
    }
}
