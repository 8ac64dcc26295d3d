using System.Text;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>Puts phrases into the words of one call. Within a call a way of saying something comes back only when all others were used.</summary>
internal sealed class Speaking(CallWords words, SellerStyle style, CallMood mood, SeededRandom random)
{
    private const double InStyle = 0.75;
    private const double InMood = 0.55;

    private readonly Phrasebook _book = Phrasebook.Shipped;

    // Bounded by the phrasebook.
    private readonly Dictionary<string, HashSet<int>> _used = new(StringComparer.Ordinal);

    /// <summary>A phrase as it would be said here.</summary>
    public string Say(string phrase) => Fill($"{{{phrase}}}");

    /// <summary>A text with its choices made and its names filled in.</summary>
    public string Fill(string text)
    {
        var built = new StringBuilder(text.Length * 2);
        Fill(text, built);
        return built.ToString();
    }

    private void Fill(ReadOnlySpan<char> text, StringBuilder built)
    {
        while (text.IndexOfAny('[', '{') is >= 0 and var at)
        {
            built.Append(text[..at]);
            var end = text.IndexOf(text[at] is '[' ? ']' : '}');
            var inside = text[(at + 1)..end];
            if (text[at] is '[')
            {
                var choices = inside.ToString().Split('|');
                Fill(choices[random.Next(choices.Length)], built);
            }
            else
            {
                AppendName(inside.ToString(), built);
            }

            text = text[(end + 1)..];
        }

        built.Append(text);
    }

    private void AppendName(string name, StringBuilder built)
    {
        if (words.Find(name) is { } word)
        {
            built.Append(word);
            return;
        }

        var chosen = InCharacter(name);
        Fill(_book.Phrases[chosen][Unused(chosen)], built);
    }

    private string InCharacter(string name)
    {
        if (name is "feature")
        {
            return $"feature@{words.Find("line")}";
        }

        if (mood != CallMood.Open && Fresh($"{name}@{(mood == CallMood.Won ? "won" : "lost")}", InMood) is { } moody)
        {
            return moody;
        }

        return Fresh($"{name}@{StyleName}", InStyle) ?? name;
    }

    private string StyleName => style switch
    {
        SellerStyle.Consultative => "consultative",
        SellerStyle.Pushy => "pushy",
        SellerStyle.Rambling => "rambling",
        SellerStyle.Concise => "concise",
    };

    // What sets a person apart is not said over and over.
    private string? Fresh(string variant, double chance) =>
        _book.Phrases.TryGetValue(variant, out var ways)
        && (!_used.TryGetValue(variant, out var used) || used.Count < ways.Length)
        && random.Chance(chance)
            ? variant
            : null;

    private int Unused(string phrase)
    {
        var ways = _book.Phrases[phrase].Length;
        if (!_used.TryGetValue(phrase, out var used) || used.Count == ways)
        {
            used = _used[phrase] = [];
        }

        var way = random.Next(ways);
        while (!used.Add(way))
        {
            way = (way + 1) % ways;
        }

        return way;
    }
}
