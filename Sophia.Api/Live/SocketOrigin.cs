using Sophia.Api.Security;

namespace Sophia.Api.Live;

/// <summary>Browsers let any page open a WebSocket anywhere, so the server has to look where it comes from.</summary>
internal static class SocketOrigin
{
    /// <summary>Whether the page is of this machine or of the host that was asked; programs send no origin and may.</summary>
    public static bool IsAllowed(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] when Uri.TryCreate(origin, UriKind.Absolute, out var uri) =>
            LocalAccess.IsLoopback(uri.Host) || string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
