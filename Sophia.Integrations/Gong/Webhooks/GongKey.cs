using System.Security.Cryptography;

namespace Sophia.Integrations.Gong.Webhooks;

/// <summary>Reads the public key that the rule's page shows.</summary>
internal static class GongKey
{
    /// <summary>The key.</summary>
    /// <param name="text">Base64 of a SubjectPublicKeyInfo, with or without PEM's first and last line.</param>
    /// <exception cref="FormatException">It is no base64.</exception>
    /// <exception cref="CryptographicException">It is no RSA key.</exception>
    public static RSA Read(string text)
    {
        var key = RSA.Create();
        if (text.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            key.ImportFromPem(text);
        }
        else
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
        }

        return key;
    }

    /// <summary>Whether a text is such a key.</summary>
    public static bool IsKey(string? text)
    {
        try
        {
            using var key = Read(text ?? "");
            return true;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
