using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>Streams records as they come: a JSON object a line.</summary>
internal static class TelemetryStream
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] s_newLine = [(byte)'\n'];

    /// <summary>Writes what is there, oldest first, and then what comes, until the reader goes.</summary>
    /// <typeparam name="T">The records.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="feed">Tells when something came.</param>
    /// <param name="signal">What to be told of.</param>
    /// <param name="find">Finds records after an id, the latest first.</param>
    /// <param name="id">A record's id.</param>
    /// <param name="type">How a record is written.</param>
    /// <returns>When the reader has gone.</returns>
    public static async Task WriteAsync<T>(
        HttpContext context, TelemetryFeed feed, TelemetrySignals signal, Func<long, TelemetryPage<T>> find, Func<T, long> id, JsonTypeInfo<T> type)
    {
        var cancellationToken = context.RequestAborted;
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.CacheControl = "no-store";
        // The watch begins before the first search, so that nothing falls in between.
        await using var changes = feed.WatchAsync(signal, s_pause, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = changes.MoveNextAsync();
        long last = 0;
        try
        {
            do
            {
                var seen = last;
                var page = await Task.Run(() => find(seen), cancellationToken);
                foreach (var item in page.Items.Reverse())
                {
                    last = id(item);
                    await JsonSerializer.SerializeAsync(context.Response.Body, item, type, cancellationToken);
                    await context.Response.Body.WriteAsync(s_newLine, cancellationToken);
                }

                await context.Response.Body.FlushAsync(cancellationToken);
            }
            while (await next && (next = changes.MoveNextAsync()) is var _);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reader has gone.
        }
    }
}
