using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Sophia.Integrations.Requests;

/// <summary>Sends a request within the limits, again where that may help, and turns what does not help into a <see cref="SourceException"/>.</summary>
/// <param name="source">What people call the source.</param>
/// <param name="http">Sends, with the credentials of the source.</param>
/// <param name="budget">The source's limits.</param>
/// <param name="clock">Paces the attempts.</param>
/// <param name="logger">Where repetitions are reported.</param>
internal abstract partial class SourceSender(string source, HttpClient http, RequestBudget budget, TimeProvider clock, ILogger logger)
{
    // Short limits are waited for, so as many refusals in a row mean that someone else uses up the account's limit.
    private const int MostAttempts = 6;

    private const int LongestExcerpt = 300;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);

    // A source that wants to be left alone for longer is not waited for within a request: the workers come back.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(5);

    /// <summary>Sends until there is an answer or no point in trying.</summary>
    /// <param name="makeRequest">Makes the request anew for each attempt.</param>
    /// <param name="answerType">How the answer is read.</param>
    /// <param name="isSearch">Whether a limit of searches counts it.</param>
    /// <param name="urgency">Who waits for the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SourceException">The source does not answer, or refuses to.</exception>
    public async Task<Answer<T>> SendAsync<T>(
        Func<HttpRequestMessage> makeRequest, JsonTypeInfo<T> answerType, bool isSearch, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            SourceTelemetry.Waited(source, await budget.EnterAsync(isSearch, urgency, cancellationToken));
            var started = clock.GetTimestamp();
            int? status = null;
            SourceException failure;
            try
            {
                using var request = makeRequest();
                using var response = await http.SendAsync(request, cancellationToken);
                status = (int)response.StatusCode;
                var answeredAt = response.Headers.Date ?? clock.GetUtcNow();
                if (response.IsSuccessStatusCode)
                {
                    var body = await response.Content.ReadFromJsonAsync(answerType, cancellationToken);
                    return new Answer<T>(body ?? throw new JsonException("The answer is null."), answeredAt);
                }

                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                if (MeansEmpty(response.StatusCode, text))
                {
                    return new Answer<T>(JsonSerializer.Deserialize("{}"u8, answerType)!, answeredAt);
                }

                failure = Explain(response, text);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // No connection, an answer that breaks off or is no JSON, a timeout, an open circuit: the handlers below
                // have exceptions of their own for these.
                failure = new SourceException(SourceFailure.Unavailable, $"{source} gave no usable answer: {exception.Message}", exception);
            }
            finally
            {
                // A call that we gave up says nothing of the source.
                if (status is not null || !cancellationToken.IsCancellationRequested)
                {
                    SourceTelemetry.Called(source, clock.GetElapsedTime(started), status);
                }
            }

            if (attempt == MostAttempts || !MayHelpToRepeat(failure))
            {
                throw failure;
            }

            LogRepeating(source, attempt, failure.Message);
            if (failure.Failure == SourceFailure.Unavailable)
            {
                await Task.Delay(PauseAfter(attempt), clock, cancellationToken);
            }
        }
    }

    /// <summary>What an error says in the source's own words, and the reference by which the source finds it; null where it is no error of the source's kind.</summary>
    protected abstract (string? Message, string? Reference) ReadError(string text);

    /// <summary>How long to send nothing after a refusal for too many requests.</summary>
    /// <param name="response">The refusal.</param>
    /// <param name="text">Its content.</param>
    protected abstract TimeSpan PauseAsked(HttpResponseMessage response, string text);

    /// <summary>What an error says outside its content; null where the source says nothing there.</summary>
    protected virtual string? ErrorInHeaders(HttpResponseMessage response) => null;

    /// <summary>Whether an answer that is no success only says that there is nothing.</summary>
    protected virtual bool MeansEmpty(HttpStatusCode status, string text) => false;

    private static bool MayHelpToRepeat(SourceException failure) => failure.Failure switch
    {
        SourceFailure.Unavailable => true,
        SourceFailure.LimitReached => failure.RetryAfter <= s_longestWait,
        SourceFailure.Refused or SourceFailure.Rejected => false,
    };

    // Half of the pause is by chance, so that many callers do not come back together.
    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = s_firstPause * Math.Pow(2, attempt - 1);
        return pause / 2 + pause / 2 * (RandomNumberGenerator.GetInt32(1_000) / 1_000d);
    }

    private static string Shorten(string text) => text.Length <= LongestExcerpt ? text : text[..LongestExcerpt];

    private (string? Message, string? Reference) TryReadError(string text)
    {
        try
        {
            return ReadError(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private SourceException Explain(HttpResponseMessage response, string text)
    {
        var (words, reference) = TryReadError(text);
        var message = $"{source} answered {(int)response.StatusCode}: {Shorten(words ?? ErrorInHeaders(response) ?? text)}";
        if (reference is not null)
        {
            message += $" ({reference})";
        }

        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => LimitReached(message, PauseAsked(response, text)),
            HttpStatusCode.ServiceUnavailable when response.Headers.RetryAfter?.Delta is { } pause => LimitReached(message, pause),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SourceException(SourceFailure.Refused, message),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SourceException(SourceFailure.Unavailable, message),
            _ => new SourceException(SourceFailure.Rejected, message),
        };
    }

    private SourceException LimitReached(string message, TimeSpan pause)
    {
        budget.Close(pause);
        return new SourceException(SourceFailure.LimitReached, message) { RetryAfter = pause };
    }

    [LoggerMessage(LogLevel.Warning, "{Source}: attempt {Attempt} failed and is repeated. {Reason}")]
    private partial void LogRepeating(string source, int attempt, string reason);
}
