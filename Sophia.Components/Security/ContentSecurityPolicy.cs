using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sophia.Components.Security;

/// <summary>Tells the browser what the page may do: run scripts that carry the response's nonce and nothing from elsewhere.</summary>
public static class ContentSecurityPolicy
{
    private static readonly object s_key = new();

    /// <summary>Sends the security headers with every response.</summary>
    public static IApplicationBuilder UseContentSecurityPolicy(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[s_key] = nonce;
        var headers = context.Response.Headers;
        // Style attributes are allowed because the charts set them; style elements are not.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'nonce-{nonce}'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>The nonce that scripts of this response carry.</summary>
    public static string NonceOf(HttpContext context) => (string)context.Items[s_key]!;
}
