using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry;

namespace Sophia.Dashboard.Access;

/// <summary>
/// What lets people and tools in: <c>Dashboard:Token</c>, or a token that is made once and kept in the data folder, readable by its
/// owner only.
/// </summary>
internal sealed class AccessToken
{
    private readonly byte[] _token;
    private readonly byte[] _cookie;

    public AccessToken(IConfiguration configuration, IOptions<TelemetryOptions> options)
    {
        var configured = configuration["Dashboard:Token"];
        if (string.IsNullOrEmpty(configured))
        {
            Directory.CreateDirectory(options.Value.DataFolder);
            Made = configured = KeptSecret.Get(Path.Combine(options.Value.DataFolder, "dashboard-token"));
        }

        _token = SHA256.HashData(Encoding.UTF8.GetBytes(configured));
        // What the browser keeps tells the token to nobody.
        Cookie = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(configured), "cookie"u8));
        _cookie = SHA256.HashData(Encoding.UTF8.GetBytes(Cookie));
    }

    /// <summary>The token where it was made here, for the console; null where it was configured.</summary>
    public string? Made { get; }

    /// <summary>The value of the cookie of a browser that has shown the token.</summary>
    public string Cookie { get; }

    /// <summary>Whether a text is the token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public bool Is(string? text) => Same(_token, text);

    /// <summary>Whether a text is the cookie's value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public bool IsCookie(string? text) => Same(_cookie, text);

    // Hashes are equally long whatever is sent, so the time of comparing tells nothing.
    private static bool Same(byte[] hash, string? text) =>
        text is not null && CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
