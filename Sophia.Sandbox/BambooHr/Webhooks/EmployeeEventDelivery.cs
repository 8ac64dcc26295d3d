using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Webhooks;

namespace Sophia.Sandbox.BambooHr.Webhooks;

/// <summary>Posts the queued events in order, in the event-based form, one a request.</summary>
internal sealed class EmployeeEventDelivery(EmployeeEventQueue queue, WebhookPost post, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    private const string SignatureHeader = "X-BambooHR-Signature";
    private const string TimestampHeader = "X-BambooHR-Timestamp";
    private const string CompanyId = "48213";

    private readonly BambooHrOptions _target = options.Value.BambooHr;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var happened in queue.Reader.ReadAllAsync(stoppingToken))
        {
            var body = Body(happened);
            await post.DeliverAsync(
                string.Create(CultureInfo.InvariantCulture, $"The news of employee {happened.EmployeeId}"), _ => Request(body), stoppingToken);
        }
    }

    /// <summary>For example <c>{"type":"employee.updated","timestamp":"2026-01-31T18:42:00+0000","data":{…}}</c>.</summary>
    private static byte[] Body(EmployeeEvent happened)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", happened.Type switch
            {
                EmployeeEventType.Created => "employee.created",
                EmployeeEventType.Updated => "employee.updated",
                EmployeeEventType.Deleted => "employee.deleted",
            });
            json.WriteString("timestamp", happened.At.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            json.WriteString("companyId", CompanyId);
            json.WriteString("employeeId", BambooHrText.Text(happened.EmployeeId));
            if (happened.Type == EmployeeEventType.Updated)
            {
                json.WriteStartArray("changedFields");
                foreach (var field in happened.ChangedFields)
                {
                    json.WriteStringValue(field);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var timestamp = BambooHrText.Text(clock.GetUtcNow().ToUnixTimeSeconds());
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes(timestamp)];
        var request = new HttpRequestMessage(HttpMethod.Post, _target.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_target.WebhookKey), signed)));
        return request;
    }
}
