using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.ServiceDefaults.Resilience;

namespace Sophia.Tests.ServiceDefaults;

public sealed class HttpResilienceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_fails_twice_succeeds_at_the_third_attempt()
    {
        await using var vendor = await FlakyVendor.StartAsync(failures: 2, status: 503);
        using var services = Clients();

        using var response = await Client(services).GetAsync(vendor.Address, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, vendor.Calls);
    }

    [Fact]
    public async Task A_write_is_never_sent_twice()
    {
        await using var vendor = await FlakyVendor.StartAsync(failures: 1, status: 503);
        using var services = Clients();

        using var response = await Client(services).PostAsync(vendor.Address, new StringContent("order"), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(1, vendor.Calls);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_second_gets_a_second()
    {
        await using var vendor = await FlakyVendor.StartAsync(failures: 1, status: 429, retryAfter: "1");
        using var services = Clients();
        var watch = Stopwatch.StartNew();

        using var response = await Client(services).GetAsync(vendor.Address, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // The usual delay is a hundredth of that.
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(950), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_server_that_asks_for_more_patience_than_we_have_answers_the_caller_itself()
    {
        await using var vendor = await FlakyVendor.StartAsync(failures: 1, status: 429, retryAfter: "3600");
        using var services = Clients();

        using var response = await Client(services).GetAsync(vendor.Address, Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter?.Delta);
        Assert.Equal(1, vendor.Calls);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone()
    {
        await using var vendor = await FlakyVendor.StartAsync(failures: int.MaxValue, status: 500);
        using var services = Clients(static options =>
        {
            options.Retries = 0;
            options.BreakAfterAttempts = 3;
            options.BreakDuration = TimeSpan.FromMinutes(1);
        });
        var client = Client(services);
        for (var call = 0; call < 3; call++)
        {
            (await client.GetAsync(vendor.Address, Token)).Dispose();
        }

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(vendor.Address, Token));

        Assert.Contains("left alone", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, vendor.Calls);
    }

    [Fact]
    public async Task A_broken_server_does_not_cut_off_another_one()
    {
        await using var broken = await FlakyVendor.StartAsync(failures: int.MaxValue, status: 500);
        await using var healthy = await FlakyVendor.StartAsync(failures: 0, status: 500);
        using var services = Clients(static options =>
        {
            options.Retries = 0;
            options.BreakAfterAttempts = 2;
        });
        var client = Client(services);
        for (var call = 0; call < 2; call++)
        {
            (await client.GetAsync(broken.Address, Token)).Dispose();
        }

        using var response = await client.GetAsync(healthy.Address, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_silent_server_is_given_up_on_in_time()
    {
        await using var silent = await LocalService.StartAsync(static app =>
            app.MapGet("/", static (HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted)));
        using var services = Clients(static options =>
        {
            options.Retries = 1;
            options.AttemptTimeout = TimeSpan.FromMilliseconds(100);
            options.TotalTimeout = TimeSpan.FromSeconds(10);
        });

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Client(services).GetAsync(silent.Address, Token));

        Assert.Contains("did not answer within 0.1 seconds", failure.Message, StringComparison.Ordinal);
    }

    private static HttpClient Client(ServiceProvider services) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient("vendor");

    private static ServiceProvider Clients(Action<HttpResilienceOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddHttpResilience();
        builder.Services.AddHttpClient("vendor");
        builder.Services.Configure<HttpResilienceOptions>("vendor", options =>
        {
            options.RetryDelay = TimeSpan.FromMilliseconds(10);
            configure?.Invoke(options);
        });
        return builder.Services.BuildServiceProvider();
    }
}
