using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sophia.Integrations.HubSpot.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>Sends requests to HubSpot.</summary>
internal sealed class HubSpotSender(HttpClient http, HubSpotBudget budget, TimeProvider clock, ILogger<HubSpotSender> logger)
    : SourceSender("HubSpot", http, budget, clock, logger)
{
    // HubSpot does not say when an account's day ends, so one request now and then finds out.
    private static readonly TimeSpan s_dailyProbe = TimeSpan.FromMinutes(15);

    protected override (string? Message, string? Reference) ReadError(string text) =>
        Read(text) is { } error
            ? (error.Message, error.CorrelationId is { } correlation ? $"correlation {correlation}" : null)
            : default;

    protected override TimeSpan PauseAsked(HttpResponseMessage response, string text) =>
        response.Headers.RetryAfter?.Delta ?? PolicyOf(text) switch
        {
            "DAILY" => s_dailyProbe,
            "SECONDLY" => TimeSpan.FromSeconds(1),
            _ => TimeSpan.FromSeconds(10),
        };

    private static string? PolicyOf(string text)
    {
        try
        {
            return Read(text)?.PolicyName;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorAnswer? Read(string text) => JsonSerializer.Deserialize(text, HubSpotJsonContext.Default.ErrorAnswer);
}
