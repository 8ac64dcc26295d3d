using System.Text.Json;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>OTLP's answers, in the form of the request: protobuf or JSON.</summary>
internal static class OtlpAnswer
{
    public const string Protobuf = "application/x-protobuf";
    public const string Json = "application/json";

    /// <summary>All is kept, or all but some records, with the reason.</summary>
    /// <param name="response">The response.</param>
    /// <param name="signal">What the request held.</param>
    /// <param name="json">Whether to answer in JSON.</param>
    /// <param name="rejected">How many records were refused.</param>
    /// <param name="reason">Why.</param>
    /// <returns>When it is sent.</returns>
    public static Task AcceptAsync(HttpResponse response, OtlpSignal signal, bool json, int rejected, string? reason)
    {
        if (json)
        {
            var counted = signal switch
            {
                OtlpSignal.Traces => "rejectedSpans",
                OtlpSignal.Metrics => "rejectedDataPoints",
                OtlpSignal.Logs => "rejectedLogRecords",
            };
            return SendAsync(response, StatusCodes.Status200OK, Json, WriteJson(writer =>
            {
                if (rejected > 0)
                {
                    writer.WriteStartObject("partialSuccess");
                    writer.WriteString(counted, rejected.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    writer.WriteString("errorMessage", reason);
                    writer.WriteEndObject();
                }
            }));
        }

        var answer = new ProtoWriter();
        if (rejected > 0)
        {
            var partial = new ProtoWriter();
            partial.UInt64(1, (ulong)rejected);
            partial.Text(2, reason ?? "");
            answer.Bytes(1, partial.Written);
        }

        return SendAsync(response, StatusCodes.Status200OK, Protobuf, answer.Written.ToArray());
    }

    /// <summary>Nothing is kept. The body is a <c>google.rpc.Status</c>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">Whether to answer in JSON.</param>
    /// <param name="message">Why.</param>
    /// <returns>When it is sent.</returns>
    public static Task RefuseAsync(HttpResponse response, int status, bool json, string message)
    {
        if (status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = "1";
        }

        if (json)
        {
            return SendAsync(response, status, Json, WriteJson(writer => writer.WriteString("message", message)));
        }

        var answer = new ProtoWriter();
        answer.Text(2, message);
        return SendAsync(response, status, Protobuf, answer.Written.ToArray());
    }

    private static Task SendAsync(HttpResponse response, int status, string type, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }

    private static byte[] WriteJson(Action<Utf8JsonWriter> properties)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
