using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Sophia.LocalHost.Control;

/// <summary>Streams one JSON object per line.</summary>
internal static class NdjsonResponse
{
    private static readonly byte[] s_lineEnd = "\n"u8.ToArray();

    public static async Task WriteAsync<T>(HttpContext context, IAsyncEnumerable<T> items, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/x-ndjson";
        try
        {
            await foreach (var item in items)
            {
                await JsonSerializer.SerializeAsync(context.Response.Body, item, type, context.RequestAborted);
                await context.Response.Body.WriteAsync(s_lineEnd, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away, which is how such a stream ends.
        }
    }
}
