using System.Text.Json;
using System.Threading.Channels;
using Sophia.Dashboard.Resources;

namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>Follows what resources write, each over a stream of its own, for one page.</summary>
public sealed class ConsoleStreams(ControlClient control, ResourceFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    /// <summary>Writes lines until cancelled; waits where the page does not keep up, and the host then drops the oldest.</summary>
    /// <param name="resource">One resource or its replicas; null for all, also those that come later.</param>
    /// <param name="tail">How many of the lines before now are wanted of each.</param>
    /// <param name="lines">Takes the lines.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(string? resource, int tail, ChannelWriter<ConsoleEntry> lines, CancellationToken cancellationToken)
    {
        // One for each resource that was ever seen by this page.
        var followed = new Dictionary<string, Task>(StringComparer.Ordinal);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (true)
            {
                var changed = feed.Changed.Next;
                foreach (var view in feed.Read())
                {
                    if (resource is null || view.Resource.Name == resource || view.Resource.Model == resource)
                    {
                        followed.TryAdd(view.Resource.Name, Task.CompletedTask);
                        if (followed[view.Resource.Name].IsCompleted)
                        {
                            followed[view.Resource.Name] = FollowAsync(view.Resource.Name, tail, lines, end.Token);
                        }
                    }
                }

                await changed.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(followed.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(string resource, int tail, ChannelWriter<ConsoleEntry> lines, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in control.ReadLogAsync(resource, tail, follow: true, cancellationToken))
            {
                await lines.WriteAsync(new(resource, line), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            // The host is gone or the resource is; the feed says so, and at its next word the stream is opened anew.
            await Task.Delay(s_retry, clock, cancellationToken);
        }
    }
}
