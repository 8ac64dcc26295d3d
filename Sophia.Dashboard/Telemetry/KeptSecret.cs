using System.Security.Cryptography;

namespace Sophia.Dashboard.Telemetry;

/// <summary>A secret that is made once and kept in a file that only its owner reads.</summary>
internal static class KeptSecret
{
    /// <summary>Reads the secret, or makes it.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The secret: 32 hexadecimal digits.</returns>
    public static string Get(string path)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: >= 32 } kept)
        {
            return kept;
        }

        var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
        return secret;
    }
}
