using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sophia.Tests.ServiceDefaults;

/// <summary>A server that fails a given number of calls before it works.</summary>
internal sealed class FlakyVendor : IAsyncDisposable
{
    private LocalService? _service;
    private int _calls;

    public Uri Address => _service!.Address;

    public int Calls => _calls;

    public static async Task<FlakyVendor> StartAsync(int failures, int status, string? retryAfter = null)
    {
        var vendor = new FlakyVendor();
        vendor._service = await LocalService.StartAsync(app => app.Map("/", (HttpContext context) =>
        {
            if (Interlocked.Increment(ref vendor._calls) <= failures)
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
