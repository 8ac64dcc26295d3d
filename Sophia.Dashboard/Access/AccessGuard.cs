using Microsoft.AspNetCore.Http.Extensions;

namespace Sophia.Dashboard.Access;

/// <summary>
/// Lets in who opens the link with <c>?t=</c> (from then on a cookie does), and tools that send the token as
/// <c>Authorization: Bearer</c> or <c>x-api-key</c>.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, AccessToken token)
{
    private const string Parameter = "t";
    private const string Cookie = "sophia-dashboard";
    private const string Bearer = "Bearer ";

    /// <summary>Passes a request on, or refuses it.</summary>
    /// <param name="context">The request.</param>
    /// <returns>When it is answered.</returns>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/health" || request.Path == "/alive")
        {
            return next(context);
        }

        if (request.Query.TryGetValue(Parameter, out var shown) && token.Is(shown))
        {
            context.Response.Cookies.Append(Cookie, token.Cookie, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = request.IsHttps,
                MaxAge = TimeSpan.FromDays(30),
            });
            // The token must not stay in the address bar, nor in what people copy from there.
            context.Response.Redirect(request.PathBase + request.Path + new QueryBuilder(
                request.Query.Where(static pair => pair.Key != Parameter).SelectMany(static pair => pair.Value.OfType<string>(), static (pair, value) => KeyValuePair.Create(pair.Key, value))).ToQueryString());
            return Task.CompletedTask;
        }

        return IsKnown(request) ? next(context) : RefuseAsync(context);
    }

    private bool IsKnown(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return token.IsCookie(request.Cookies[Cookie])
            || (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && token.Is(authorization[Bearer.Length..]))
            || (request.Headers["x-api-key"] is { Count: > 0 } key && token.Is(key));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        if (!context.Request.Headers.Accept.Any(static accept => accept?.Contains("text/html", StringComparison.Ordinal) == true))
        {
            return TypedResults.Problem(title: "The token is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sophia · sign in</title></head>
            <body><main><h1>Sign in</h1><p>Open the link that the console printed when Sophia was started, or enter the token that it ends with.</p>
            <form method="get"><label>Token <input name="t" type="password" autocomplete="current-password" required></label> <button>Sign in</button></form></main></body></html>
            """,
            context.RequestAborted);
    }
}
