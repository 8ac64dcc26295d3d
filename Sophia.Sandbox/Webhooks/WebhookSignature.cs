using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sophia.Sandbox.Webhooks;

/// <summary>HubSpot's signature, version 3.</summary>
internal static class WebhookSignature
{
    public const string SignatureHeader = "X-HubSpot-Signature-v3";

    public const string TimestampHeader = "X-HubSpot-Request-Timestamp";

    /// <summary>Base64 of HMAC-SHA256 over method, address as sent, raw body and timestamp.</summary>
    /// <param name="secret">The client secret.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="url">The full address, undecoded.</param>
    /// <param name="body">The bytes that travel.</param>
    /// <param name="timestamp">Milliseconds since 1970.</param>
    public static string Compute(string secret, string method, string url, ReadOnlySpan<byte> body, long timestamp) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Signed(method, url, body, timestamp)));

    private static byte[] Signed(string method, string url, ReadOnlySpan<byte> body, long timestamp) =>
    [
        .. Encoding.UTF8.GetBytes(method + url), .. body, .. Encoding.UTF8.GetBytes(timestamp.ToString(CultureInfo.InvariantCulture)),
    ];
}
