using Sophia.Api.OpenApi;

namespace Sophia.Api.Security;

/// <summary>What browsers are told about answers of the API.</summary>
internal static class SecurityHeaders
{
    // Answers are data: nothing in them may run, load or be framed.
    private const string Data = "default-src 'none'; frame-ancestors 'none'";

    // Swagger UI's own page sets styles from script and draws its icons from data URIs.
    private const string Document =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(ApiDocument.Page, StringComparison.Ordinal) ? Document : Data;
        return next(context);
    });
}
