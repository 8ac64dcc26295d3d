using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>
/// The attributes of a span that say it is a connection and no answer: a request that was upgraded (RFC 9110, 15.2.2), a tunnel
/// (CONNECT, also how WebSockets begin in HTTP/2 and 3, RFC 8441 and 9220), a WebSocket by its scheme, or the circuit of a Blazor page,
/// which is held open by each of SignalR's transports.
/// </summary>
internal static class ConnectionAttributes
{
    private const int SwitchingProtocols = 101;

    /// <summary>Looks at one attribute.</summary>
    /// <param name="key">Its key in UTF-8.</param>
    /// <param name="keyValue">The attribute's message.</param>
    /// <returns>Whether it says that the span is a connection.</returns>
    public static bool Tell(ReadOnlySpan<byte> key, ReadOnlySpan<byte> keyValue)
    {
        // Most attributes are something else, and each of each span passes here.
        if (!key.StartsWith("http."u8) && !key.StartsWith("url."u8))
        {
            return false;
        }

        // The second of two is what the first was called in OpenTelemetry before 2023.
        if (key.SequenceEqual("http.response.status_code"u8) || key.SequenceEqual("http.status_code"u8))
        {
            return Value(keyValue) is var value && OtlpAttributes.WholeNumber(value) == SwitchingProtocols;
        }

        if (key.SequenceEqual("http.request.method"u8) || key.SequenceEqual("http.method"u8))
        {
            return OtlpAttributes.TextBytes(Value(keyValue)).SequenceEqual("CONNECT"u8);
        }

        if (key.SequenceEqual("url.scheme"u8) || key.SequenceEqual("http.scheme"u8))
        {
            return OtlpAttributes.TextBytes(Value(keyValue)) is var scheme && (scheme.SequenceEqual("ws"u8) || scheme.SequenceEqual("wss"u8));
        }

        if (key.SequenceEqual("http.route"u8) || key.SequenceEqual("url.path"u8))
        {
            return OtlpAttributes.TextBytes(Value(keyValue)).TrimEnd((byte)'/').SequenceEqual("/_blazor"u8);
        }

        return false;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> keyValue)
    {
        OtlpAttributes.Split(keyValue, out _, out var value);
        return value;
    }
}
