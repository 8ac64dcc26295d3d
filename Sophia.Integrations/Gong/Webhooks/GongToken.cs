using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sophia.Integrations.Gong.Webhooks;

/// <summary>
/// The JSON Web Token (RFC 7519) that Gong sends with a post: signed by RS256 and nothing else, with the address and the
/// SHA-256 of the body's bytes among its claims.
/// </summary>
internal static class GongToken
{
    private const string Algorithm = "RS256";

    /// <summary>What is wrong with a token, or null where it is genuine and for this post.</summary>
    /// <param name="keys">The public keys that may have signed it.</param>
    /// <param name="token">The token.</param>
    /// <param name="url">The address as it was given to Gong.</param>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="now">The present.</param>
    public static string? Refuse(IReadOnlyList<RSA> keys, string token, string url, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (token.Split('.') is not [var header, var claims, var signature]
            || Decode(header) is not { } headerJson || Decode(claims) is not { } claimsJson || Decode(signature) is not { } signed)
        {
            return "The token is no signed JSON Web Token.";
        }

        // The key's owner chooses the algorithm, never the token.
        if (!HasAlgorithm(headerJson))
        {
            return $"Only tokens signed by {Algorithm} are accepted.";
        }

        var content = Encoding.ASCII.GetBytes($"{header}.{claims}");
        var isGenuine = false;
        foreach (var key in keys)
        {
            isGenuine |= key.VerifyData(content, signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return isGenuine ? RefuseClaims(claimsJson, url, body, now) : "The signature does not fit the token.";
    }

    private static string? RefuseClaims(byte[] json, string url, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (TryParse(json) is not { RootElement: { ValueKind: JsonValueKind.Object } claims } document)
        {
            return "The token's claims are not readable.";
        }

        using (document)
        {
            if (!claims.TryGetProperty("exp", out var exp) || exp.ValueKind != JsonValueKind.Number || !exp.TryGetDouble(out var expires)
                || expires <= now.ToUnixTimeSeconds())
            {
                return "The token has expired or does not say when it does.";
            }

            if (!IsEqual(SourceValue.Text(claims, "webhook_url"), url))
            {
                return "The token is for another address.";
            }

            return IsEqual(SourceValue.Text(claims, "body_sha256"), Convert.ToHexStringLower(SHA256.HashData(body)))
                ? null
                : "The token is for another body.";
        }
    }

    private static bool HasAlgorithm(byte[] json)
    {
        using var header = TryParse(json);
        return header is { RootElement: var root } && string.Equals(SourceValue.Text(root, "alg"), Algorithm, StringComparison.Ordinal);
    }

    private static bool IsEqual(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static JsonDocument? TryParse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
}
