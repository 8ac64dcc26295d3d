using System.Collections.Frozen;
using System.Reflection;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>The phrases and scenes of the text files beside this one.</summary>
internal sealed class Phrasebook
{
    private static readonly Lazy<Phrasebook> s_shipped = new(static () => new Phrasebook());

    private Phrasebook()
    {
        Dictionary<string, List<string>> phrases = new(StringComparer.Ordinal);
        List<Scene> scenes = [];
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var resource = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Read(resource, phrases, scenes);
        }

        Phrases = phrases.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        Scenes = scenes.ToFrozenDictionary(static scene => scene.Name, StringComparer.Ordinal);
    }

    public static Phrasebook Shipped => s_shipped.Value;

    /// <summary>By name, the ways to say it.</summary>
    public FrozenDictionary<string, string[]> Phrases { get; }

    /// <summary>By name, the exchanges.</summary>
    public FrozenDictionary<string, Scene> Scenes { get; }

    /// <summary>The names of all scenes of a kind, for example of <c>smalltalk</c>, in a fixed order.</summary>
    public string[] Of(string kind) =>
        [.. Scenes.Keys.Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static void Read(StreamReader lines, Dictionary<string, List<string>> phrases, List<Scene> scenes)
    {
        List<string>? phrase = null;
        List<Turn>? turns = null;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("== scene ", StringComparison.Ordinal))
            {
                var (name, topic) = (line[9..line.IndexOf(" = ", StringComparison.Ordinal)], line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
                (phrase, turns) = (null, []);
                scenes.Add(new Scene(name, topic, turns));
            }
            else if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                (phrase, turns) = ([], null);
                phrases.Add(line[3..], phrase);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                phrase?.Add(line);
                turns?.Add(new Turn(line[0], line[1] == '?', line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
            }
        }
    }
}
