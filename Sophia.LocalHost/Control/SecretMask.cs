using System.Collections.Frozen;

namespace Sophia.LocalHost.Control;

/// <summary>Tells which variables may be shown: not those that hold a known secret, nor those whose name speaks of one.</summary>
/// <param name="secrets">The values of secret parameters, passwords, keys and tokens of the run.</param>
internal sealed class SecretMask(IEnumerable<string> secrets)
{
    // Shorter ones would hide half of everything, and are no secrets.
    private const int ShortestSecret = 6;

    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
        ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "PWD", "KEY", "APIKEY", "CREDENTIAL", "CREDENTIALS", "CONNECTIONSTRINGS", "HEADERS"], StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _secrets =
        [.. secrets.Where(secret => secret.Length >= ShortestSecret).SelectMany(secret => (string[])[secret, Uri.EscapeDataString(secret)]).Distinct(StringComparer.Ordinal)];

    public bool Hides(string name, string value) =>
        WordsOf(name).Any(s_words.Contains) || _secrets.Any(secret => value.Contains(secret, StringComparison.Ordinal));

    /// <summary>Cuts <c>HubSpot__WebhookSecret</c> into HUB, SPOT, WEBHOOK and SECRET, and <c>SOPHIADB_PASSWORD</c> into two words; each also with all before it in its part.</summary>
    private static IEnumerable<string> WordsOf(string name)
    {
        foreach (var part in name.Split(['_', ':', '-', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return part.ToUpperInvariant();
            var start = 0;
            for (var i = 1; i <= part.Length; i++)
            {
                if (i == part.Length || (char.IsUpper(part[i]) && char.IsLower(part[i - 1])))
                {
                    yield return part[start..i].ToUpperInvariant();
                    start = i;
                }
            }
        }
    }
}
