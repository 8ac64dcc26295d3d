using System.Net.Http.Json;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sophia.Integrations.HubSpot.Client.Messages;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>Sends a request within the limits, again where that may help, and turns what does not help into a <see cref="SourceException"/>.</summary>
internal sealed partial class HubSpotSender(HttpClient http, RequestBudget budget, TimeProvider clock, ILogger<HubSpotSender> logger)
{
    // Ten-second windows are waited for, so a minute of refusals means that someone else uses up the account's limit.
    private const int MostAttempts = 6;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);

    // HubSpot does not say when an account's day ends, so one request now and then finds out.
    private static readonly TimeSpan s_dailyProbe = TimeSpan.FromMinutes(15);

    /// <summary>Sends until there is an answer or no point in trying.</summary>
    /// <param name="makeRequest">Makes the request anew for each attempt.</param>
    /// <param name="answerType">How the answer is read.</param>
    /// <param name="isSearch">Whether the search limit counts it.</param>
    /// <param name="urgency">Who waits for the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SourceException">HubSpot does not answer, or refuses to.</exception>
    public async Task<Answer<T>> SendAsync<T>(
        Func<HttpRequestMessage> makeRequest, JsonTypeInfo<T> answerType, bool isSearch, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await budget.EnterAsync(isSearch, urgency, cancellationToken);
            SourceException failure;
            try
            {
                using var request = makeRequest();
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    var body = await response.Content.ReadFromJsonAsync(answerType, cancellationToken);
                    return new Answer<T>(
                        body ?? throw new JsonException("The answer is null."),
                        response.Headers.Date ?? clock.GetUtcNow());
                }

                failure = await ExplainAsync(response, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // No connection, an answer that breaks off or is no JSON, a timeout, an open circuit: the handlers below
                // have exceptions of their own for these.
                failure = new SourceException(SourceFailure.Unavailable, $"HubSpot gave no usable answer: {exception.Message}", exception);
            }

            if (attempt == MostAttempts || !MayHelpToRepeat(failure))
            {
                throw failure;
            }

            LogRepeating(attempt, failure.Message);
            if (failure.Failure == SourceFailure.Unavailable)
            {
                await Task.Delay(PauseAfter(attempt), clock, cancellationToken);
            }
        }
    }

    private static bool MayHelpToRepeat(SourceException failure) => failure.Failure switch
    {
        SourceFailure.Unavailable => true,
        SourceFailure.LimitReached => failure.RetryAfter < s_dailyProbe,
        SourceFailure.Refused or SourceFailure.Rejected => false,
    };

    // Half of the pause is by chance, so that many callers do not come back together.
    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = s_firstPause * Math.Pow(2, attempt - 1);
        return pause / 2 + pause / 2 * (RandomNumberGenerator.GetInt32(1_000) / 1_000d);
    }

    private static string Shorten(string text)
    {
        const int longest = 300;
        return text.Length <= longest ? text : text[..longest];
    }

    private static ErrorAnswer? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, HubSpotJsonContext.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<SourceException> ExplainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var error = TryRead(text);
        var message = $"HubSpot answered {(int)response.StatusCode}: {Shorten(error?.Message ?? text)}";
        if (error?.CorrelationId is { } correlation)
        {
            message += $" (correlation {correlation})";
        }

        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => LimitReached(message, error?.PolicyName, response.Headers.RetryAfter?.Delta),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SourceException(SourceFailure.Refused, message),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SourceException(SourceFailure.Unavailable, message),
            _ => new SourceException(SourceFailure.Rejected, message),
        };
    }

    private SourceException LimitReached(string message, string? policy, TimeSpan? asked)
    {
        var pause = asked ?? policy switch
        {
            "DAILY" => s_dailyProbe,
            "SECONDLY" => TimeSpan.FromSeconds(1),
            _ => TimeSpan.FromSeconds(10),
        };
        budget.Close(pause);
        return new SourceException(SourceFailure.LimitReached, message) { RetryAfter = pause };
    }

    [LoggerMessage(LogLevel.Warning, "HubSpot: attempt {Attempt} failed and is repeated. {Reason}")]
    private partial void LogRepeating(int attempt, string reason);
}
