using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Client;

/// <summary>Sends requests to BambooHR.</summary>
internal sealed class BambooHrSender(HttpClient http, BambooHrBudget budget, TimeProvider clock, ILogger<BambooHrSender> logger)
    : SourceSender("BambooHR", http, budget, clock, logger)
{
    private const string ErrorHeader = "X-BambooHR-Error-Message";

    // Where BambooHR does not say how long; its limits are unpublished.
    private static readonly TimeSpan s_usualPause = TimeSpan.FromSeconds(5);

    protected override (string? Message, string? Reference) ReadError(string text) =>
        JsonSerializer.Deserialize(text, BambooHrJsonContext.Default.ProblemAnswer) is { } problem ? (problem.Detail ?? problem.Title, null) : default;

    protected override string? ErrorInHeaders(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ErrorHeader, out var words) ? string.Join(' ', words) : null;

    protected override TimeSpan PauseAsked(HttpResponseMessage response, string text) => response.Headers.RetryAfter?.Delta ?? s_usualPause;

    // An employee's record that was deleted; what is asked for by name checks that it got it.
    protected override bool MeansEmpty(HttpStatusCode status, string text) => status == HttpStatusCode.NotFound;
}
