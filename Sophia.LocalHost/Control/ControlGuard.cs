using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sophia.LocalHost.Control;

/// <summary>Lets in who knows the token and speaks to this address by its name.</summary>
internal sealed class ControlGuard(int port, string token)
{
    private readonly byte[] _token = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // A page on the internet whose name was made to point to 127.0.0.1 sends its own name here.
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost") || context.Request.Host.Port != port)
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        if (!HasToken(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }

        return next(context);
    }

    // Hashes are equally long whatever is sent, so the time of comparing tells nothing.
    private bool HasToken(string header) =>
        header.StartsWith("Bearer ", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(_token, SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..])));
}
