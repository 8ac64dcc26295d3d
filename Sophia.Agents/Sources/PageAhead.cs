using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>Fetches the next page while the present one is being stored.</summary>
internal static class PageAhead
{
    /// <summary>The same pages in the same order. At most two are in memory beside the one in use.</summary>
    public static async IAsyncEnumerable<SourcePage> ReadAsync(
        IAsyncEnumerable<SourcePage> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<SourcePage>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        var fetching = FetchAsync(pages, channel.Writer, ending.Token);
        try
        {
            await foreach (var page in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return page;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await fetching;
        }
    }

    private static async Task FetchAsync(IAsyncEnumerable<SourcePage> pages, ChannelWriter<SourcePage> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                await writer.WriteAsync(page, cancellationToken);
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            // The reader of the channel throws it, after the pages before it.
            writer.Complete(exception);
        }
    }
}
