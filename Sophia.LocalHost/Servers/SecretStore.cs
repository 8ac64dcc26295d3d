using System.Security.Cryptography;
using System.Text.Json;

namespace Sophia.LocalHost.Servers;

/// <summary>Generated passwords, kept beside the data that they open, readable by the host's user only.</summary>
internal sealed class SecretStore
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly string _file;

    // One entry per server and generated parameter.
    private readonly SortedDictionary<string, string> _secrets;

    private SecretStore(string file, SortedDictionary<string, string> secrets) => (_file, _secrets) = (file, secrets);

    /// <summary>Every secret that is kept.</summary>
    public IReadOnlyCollection<string> All => _secrets.Values;

    public static SecretStore Open(string directory)
    {
        var file = Path.Combine(directory, "secrets.json");
        return new SecretStore(file, File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllBytes(file))! : []);
    }

    /// <summary>The secret of that name; a new one is on disk before it is returned.</summary>
    public string GetOrAdd(string name, Func<string>? generate = null)
    {
        if (!_secrets.TryGetValue(name, out var secret))
        {
            _secrets[name] = secret = generate?.Invoke() ?? RandomNumberGenerator.GetString(Alphabet, 32);
            PrivateFile.Write(_file, JsonSerializer.SerializeToUtf8Bytes(_secrets));
        }

        return secret;
    }
}
