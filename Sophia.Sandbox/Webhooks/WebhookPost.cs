namespace Sophia.Sandbox.Webhooks;

/// <summary>Posts what happened, and again until it is taken.</summary>
internal sealed partial class WebhookPost(TimeProvider clock, ILogger<WebhookPost> logger) : IDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    // A client of its own: the retries here are the whole policy, and a circuit breaker would only delay them.
    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Sends until the receiver answers that it has taken it.</summary>
    /// <param name="what">What the log calls it.</param>
    /// <param name="makeRequest">Makes the request for an attempt, counted from 0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DeliverAsync(string what, Func<int, HttpRequestMessage> makeRequest, CancellationToken cancellationToken)
    {
        var pause = s_firstPause;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = makeRequest(attempt);
                using var response = await _client.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                LogRefused(what, (int)response.StatusCode, attempt);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                LogUnreachable(what, attempt, exception.Message);
            }

            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }

    public void Dispose() => _client.Dispose();

    [LoggerMessage(LogLevel.Warning, "{What} were answered {Status} (attempt {Attempt}); they are sent again")]
    private partial void LogRefused(string what, int status, int attempt);

    [LoggerMessage(LogLevel.Warning, "{What} did not arrive (attempt {Attempt}): {Reason} They are sent again")]
    private partial void LogUnreachable(string what, int attempt, string reason);
}
