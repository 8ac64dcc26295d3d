using System.Security.Cryptography;
using System.Text;

namespace Sophia.Integrations.BambooHr.Webhooks;

/// <summary>BambooHR's signature: hex(HMAC-SHA256(private key, body + timestamp)), the body's bytes as they came, the timestamp as the header has it.</summary>
internal static class BambooHrSignature
{
    /// <summary>Whether one of the keys made the signature; takes as long whether or which one did.</summary>
    public static bool IsValid(IReadOnlyList<string> keys, ReadOnlySpan<byte> body, string timestamp, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != 2 * given.Length || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var valid = false;
        foreach (var key in keys)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));
            hash.AppendData(body);
            hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
            valid |= CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), given);
        }

        return valid;
    }
}
