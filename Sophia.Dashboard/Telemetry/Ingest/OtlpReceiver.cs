using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>
/// OTLP over HTTP: <c>POST /v1/traces</c>, <c>/v1/metrics</c> and <c>/v1/logs</c>, in protobuf or JSON, plain or gzip, with the API key in
/// <c>x-otlp-api-key</c>. What was answered with 200 is on disk. Anything not well formed is refused as a whole (400), a body
/// that is too large with 413, and when more is coming in than memory allows, senders are asked to wait (429).
/// </summary>
internal sealed partial class OtlpReceiver(
    TelemetryStore store, IngestGate gate, OtlpKey key, IOptions<TelemetryOptions> options, ILogger<OtlpReceiver> logger)
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(key.Value));
    private readonly BufferPool<DecodedRecords<SpanHeader>> _spans = new();
    private readonly BufferPool<DecodedRecords<LogHeader>> _logs = new();
    private readonly BufferPool<DecodedPoints> _points = new();

    /// <summary>Receives a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>When it is answered.</returns>
    public async Task ReceiveAsync(HttpContext context)
    {
        if (Activity.Current is { } span)
        {
            // A span of each request that brings spans would bring the next request.
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        var json = IsJson(context.Request.ContentType);
        OtlpSignal? signal = context.Request.Path.Value switch
        {
            "/v1/traces" => OtlpSignal.Traces,
            "/v1/metrics" => OtlpSignal.Metrics,
            "/v1/logs" => OtlpSignal.Logs,
            _ => null,
        };
        var refusal = !HasKey(context.Request) ? (StatusCodes.Status401Unauthorized, "The header x-otlp-api-key is missing or wrong.")
            : signal is null ? (StatusCodes.Status404NotFound, "Telemetry goes to /v1/traces, /v1/metrics or /v1/logs.")
            : !HttpMethods.IsPost(context.Request.Method) ? (StatusCodes.Status405MethodNotAllowed, "Telemetry is sent with POST.")
            : !json && !IsProtobuf(context.Request.ContentType)
                ? (StatusCodes.Status415UnsupportedMediaType, $"The body is {OtlpAnswer.Protobuf} or {OtlpAnswer.Json}.")
            : default;
        if (refusal != default)
        {
            await OtlpAnswer.RefuseAsync(context.Response, refusal.Item1, json, refusal.Item2);
            return;
        }

        using var body = new OtlpBody(gate);
        try
        {
            if (await body.ReadAsync(
                    context.Request, options.Value.MaximumRequestBytes, options.Value.MaximumUnpackedBytes, context.RequestAborted) is { } status)
            {
                await OtlpAnswer.RefuseAsync(context.Response, status, json, status switch
                {
                    StatusCodes.Status413PayloadTooLarge => TooLarge(),
                    StatusCodes.Status415UnsupportedMediaType => "The body's encoding is gzip or none.",
                    _ => "More is coming in than there is room for; send it again in a second.",
                });
                return;
            }

            var (accepted, rejected, reason) = Keep(signal!.Value, body, json);
            await (accepted == 0 && rejected > 0
                ? OtlpAnswer.RefuseAsync(context.Response, StatusCodes.Status400BadRequest, json, reason!)
                : OtlpAnswer.AcceptAsync(context.Response, signal.Value, json, rejected, reason));
        }
        catch (Exception exception) when (exception is OtlpFormatException or InvalidDataException or EndOfStreamException)
        {
            await OtlpAnswer.RefuseAsync(context.Response, StatusCodes.Status400BadRequest, json, exception.Message);
        }
        catch (OversizedRequestException exception)
        {
            await OtlpAnswer.RefuseAsync(context.Response, StatusCodes.Status413PayloadTooLarge, json, exception.Message);
        }
        catch (BadHttpRequestException exception)
        {
            await OtlpAnswer.RefuseAsync(context.Response, exception.StatusCode, json, exception.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender is gone.
        }
        catch (IOException exception)
        {
            LogFailed(exception);
            await OtlpAnswer.RefuseAsync(context.Response, StatusCodes.Status503ServiceUnavailable, json, "It could not be written to disk.");
        }
    }

    private (int Accepted, int Rejected, string? Reason) Keep(OtlpSignal signal, OtlpBody body, bool json)
    {
        switch (signal)
        {
            case OtlpSignal.Traces:
                using (var rented = _spans.Rent())
                {
                    store.AddSpans(json ? OtlpJsonReader.ToProtobuf(body.Bytes, OtlpSchema.Traces) : body.Bytes, rented.Item);
                    return (rented.Item.Count, rented.Item.Rejected, rented.Item.Reason);
                }

            case OtlpSignal.Logs:
                using (var rented = _logs.Rent())
                {
                    store.AddLogs(json ? OtlpJsonReader.ToProtobuf(body.Bytes, OtlpSchema.Logs) : body.Bytes, rented.Item);
                    return (rented.Item.Count, rented.Item.Rejected, rented.Item.Reason);
                }

            case OtlpSignal.Metrics:
                using (var rented = _points.Rent())
                {
                    store.AddMetrics(json ? OtlpJsonReader.ToProtobuf(body.Bytes, OtlpSchema.Metrics) : body.Bytes, rented.Item);
                    return (rented.Item.Points.Count, rented.Item.Rejected, rented.Item.Reason);
                }
        }

        return default;
    }

    private string TooLarge() =>
        $"A request has at most {options.Value.MaximumRequestBytes} bytes, unpacked {options.Value.MaximumUnpackedBytes}.";

    // Hashes are equally long whatever is sent, so the time of comparing tells nothing.
    private bool HasKey(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(_key, SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers["x-otlp-api-key"].ToString())));

    private static bool IsJson(string? type) => type?.StartsWith(OtlpAnswer.Json, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsProtobuf(string? type) => type?.StartsWith(OtlpAnswer.Protobuf, StringComparison.OrdinalIgnoreCase) == true;

    [LoggerMessage(LogLevel.Error, "Telemetry could not be written")]
    private partial void LogFailed(Exception exception);
}
