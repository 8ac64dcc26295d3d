using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sophia.Sandbox.Gong;

/// <summary>The JSON Web Token (RFC 7519, RS256) that Gong signs its webhooks with.</summary>
internal sealed class WebhookToken : IDisposable
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(5);

    private readonly RSA _key = RSA.Create();

    /// <param name="privateKey">Base64 of the private key in PKCS #8.</param>
    public WebhookToken(string privateKey) => _key.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);

    /// <summary>A token for one post.</summary>
    /// <param name="url">Where it is posted, as configured.</param>
    /// <param name="body">The bytes that travel.</param>
    /// <param name="now">The present.</param>
    public string Sign(string url, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        using var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("iss", "gong");
            json.WriteString("webhook_url", url);
            json.WriteString("body_sha256", Convert.ToHexStringLower(SHA256.HashData(body)));
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + s_life).ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        var signed = $"{Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims.ToArray())}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => _key.Dispose();
}
