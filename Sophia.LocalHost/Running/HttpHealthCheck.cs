using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>Reads a service's health page.</summary>
/// <remarks>
/// <c>{"status":"Degraded","checks":{"hubspot":{"status":"Degraded","description":"12,300 of 20,000 deals","data":{"progress":0.615}}}}</c>,
/// with 200 for healthy and degraded and 503 for unhealthy. A page that is no such JSON counts by its status code alone.
/// </remarks>
internal static class HttpHealthCheck
{
    public static async Task<IReadOnlyList<HealthEntry>> RunAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        IReadOnlyList<HealthEntry> entries = [];
        var reached = await HealthProbe.RunAsync(
            address.AbsolutePath,
            async token =>
            {
                using var response = await http.GetAsync(address, token);
                entries = Parse(await response.Content.ReadAsByteArrayAsync(token));
                var saysSo = entries.Any(entry => entry.Status == HealthStatus.Unhealthy);
                if (response.StatusCode != HttpStatusCode.OK && !saysSo)
                {
                    throw new HttpRequestException($"answered {(int)response.StatusCode}");
                }
            },
            cancellationToken);
        return entries.Count == 0 || reached[0].Status != HealthStatus.Healthy ? [.. reached, .. entries] : entries;
    }

    internal static IReadOnlyList<HealthEntry> Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("checks", out var checks)
                ? [.. checks.EnumerateObject().Select(check => new HealthEntry(
                    check.Name, StatusOf(check.Value), TextOf(check.Value, "description"), ProgressOf(check.Value))
                {
                    Duration = DurationOf(check.Value),
                    Exception = TextOf(check.Value, "exception"),
                })]
                : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static HealthStatus StatusOf(JsonElement check) =>
        check.TryGetProperty("status", out var status) && Enum.TryParse<HealthStatus>(status.GetString(), out var parsed) ? parsed : HealthStatus.Unhealthy;

    private static string? TextOf(JsonElement check, string member) => check.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static double? DurationOf(JsonElement check) =>
        check.TryGetProperty("duration", out var duration) && duration.ValueKind == JsonValueKind.Number ? duration.GetDouble() : null;

    private static double? ProgressOf(JsonElement check) =>
        check.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("progress", out var progress) && progress.TryGetDouble(out var value)
            ? value
            : null;
}
