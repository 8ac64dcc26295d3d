using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Sophia.ServiceDefaults.Resilience;

/// <summary>
/// One pipeline per client and server. They live as long as the process, since a circuit must stay open when the
/// factory renews its handlers.
/// </summary>
internal sealed partial class HttpResiliencePipelines(
    IOptionsMonitor<HttpResilienceOptions> options, TimeProvider clock, ILogger<HttpResiliencePipelines> logger)
{
    internal static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("Sophia.Request");

    // Bounded by what the services are configured to call: a handful of names and addresses.
    private readonly ConcurrentDictionary<(string Client, string Authority), ResiliencePipeline<HttpResponseMessage>> _pipelines = new();

    public ResiliencePipeline<HttpResponseMessage> For(string client, string authority) =>
        _pipelines.GetOrAdd((client, authority), Build);

    private ResiliencePipeline<HttpResponseMessage> Build((string Client, string Authority) key)
    {
        var settings = options.Get(key.Client);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(settings.TotalTimeout);
        if (settings.Retries > 0)
        {
            builder.AddRetry(Retry(key.Authority, settings));
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = settings.BreakAtFailureShare,
                MinimumThroughput = settings.BreakAfterAttempts,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = settings.BreakDuration,
                // A server that asks for patience works: only silence and its own errors count.
                ShouldHandle = static arguments => ValueTask.FromResult(
                    IsTransient(arguments.Outcome) && arguments.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests),
                OnOpened = arguments =>
                {
                    LogOpened(key.Authority, arguments.BreakDuration);
                    return default;
                },
            })
            .AddTimeout(settings.AttemptTimeout)
            .Build();
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry(string authority, HttpResilienceOptions settings) => new()
    {
        MaxRetryAttempts = settings.Retries,
        Delay = settings.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            IsTransient(arguments.Outcome)
            && arguments.Context.Properties.TryGetValue(Request, out var request)
            && ResilienceHandler.IsSafe(request)
            && !(RetryAfter(arguments.Outcome) > settings.LongestRetryAfter)),
        DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome)),
        OnRetry = arguments =>
        {
            LogRetry(authority, arguments.AttemptNumber + 1, arguments.RetryDelay, arguments.Outcome.Result?.StatusCode, arguments.Outcome.Exception);
            return default;
        },
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>What the server asks to wait, or null where it leaves that to us.</summary>
    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) => outcome.Result?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - clock.GetUtcNow() is { Ticks: > 0 } wait => wait,
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "{Authority}: attempt {Attempt} failed with {Status}; trying again in {Delay}")]
    private partial void LogRetry(string authority, int attempt, TimeSpan delay, HttpStatusCode? status, Exception? exception);

    [LoggerMessage(LogLevel.Warning, "{Authority} fails too often; it is not called for {Duration}")]
    private partial void LogOpened(string authority, TimeSpan duration);
}
