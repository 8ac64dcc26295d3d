using Sophia.Integrations;

namespace Sophia.Agents.Work;

/// <summary>Repeats a round until it is cancelled. A round that fails is logged and tried again: only cancellation ends the loop.</summary>
internal sealed partial class WorkLoop(TimeProvider clock, ILogger<WorkLoop> logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Repeats <paramref name="round"/>, which itself waits until there is something to do.</summary>
    /// <param name="work">What the log calls it.</param>
    /// <param name="round">One round.</param>
    /// <param name="cancellationToken">Ends the loop with an <see cref="OperationCanceledException"/>.</param>
    public async Task RunAsync(string work, Func<CancellationToken, Task> round, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(s_firstPause, s_longestPause);
        while (true)
        {
            try
            {
                await round(cancellationToken);
                backoff.Reset();
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The host takes an escaped exception for fatal, and the next round may well succeed.
                var pause = backoff.Next();
                if (exception is SourceException { RetryAfter: { } asked } && asked > pause)
                {
                    pause = asked;
                }

                LogFailed(exception, work, pause);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed; the next attempt is in {Pause}")]
    private partial void LogFailed(Exception exception, string work, TimeSpan pause);
}
