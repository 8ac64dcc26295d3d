using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sophia.Integrations.Gong.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Client;

/// <summary>Sends requests to Gong.</summary>
internal sealed class GongSender(HttpClient http, GongBudget budget, TimeProvider clock, ILogger<GongSender> logger)
    : SourceSender("Gong", http, budget, clock, logger)
{
    private const string NoCalls = "No calls found";

    protected override (string? Message, string? Reference) ReadError(string text) =>
        Read(text) is { } error
            ? (string.Join("; ", error.Errors), error.RequestId is { } request ? $"request {request}" : null)
            : default;

    protected override TimeSpan PauseAsked(HttpResponseMessage response, string text) =>
        response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);

    // Where no call matches, Gong answers 404. Every other 404 is an error.
    protected override bool MeansEmpty(HttpStatusCode status, string text)
    {
        try
        {
            return status == HttpStatusCode.NotFound && Read(text)?.Errors.Any(static error => error.StartsWith(NoCalls, StringComparison.OrdinalIgnoreCase)) == true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ErrorAnswer? Read(string text) => JsonSerializer.Deserialize(text, GongJsonContext.Default.ErrorAnswer);
}
