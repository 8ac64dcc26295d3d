using System.Security.Cryptography;
using System.Text;

namespace Sophia.Integrations.HubSpot.Webhooks;

/// <summary>
/// HubSpot's signature v3: base64(HMAC-SHA256(secret, METHOD + URI + body + timestamp)), the URI as HubSpot called it,
/// the body's bytes as they came, the timestamp in milliseconds as the header has it.
/// </summary>
internal static class HubSpotSignature
{
    /// <summary>Whether one of the secrets made the signature; takes as long whether or which one did.</summary>
    public static bool IsValid(
        IReadOnlyList<string> secrets, string method, string uri, ReadOnlySpan<byte> body, string timestamp, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return false;
        }

        var valid = false;
        foreach (var secret in secrets)
        {
            valid |= CryptographicOperations.FixedTimeEquals(Compute(secret, method, uri, body, timestamp), given);
        }

        return valid;
    }

    private static byte[] Compute(string secret, string method, string uri, ReadOnlySpan<byte> body, string timestamp)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(method + uri));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        return hash.GetHashAndReset();
    }
}
