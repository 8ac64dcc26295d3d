using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sophia.Tests.ServiceDefaults;

/// <summary>A server that fails a given number of calls before it works.</summary>
internal sealed class FlakyVendor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _bodies = new();
    private LocalService? _service;

    public Uri Address => _service!.Address;

    public int Calls => _bodies.Count;

    public IReadOnlyList<string> Bodies => [.. _bodies];

    public static async Task<FlakyVendor> StartAsync(int failures, int status, string? retryAfter = null)
    {
        var vendor = new FlakyVendor();
        vendor._service = await LocalService.StartAsync(app => app.Map("/", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            vendor._bodies.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
            if (vendor.Calls <= failures)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = retryAfter;
            }
        }));
        return vendor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}
