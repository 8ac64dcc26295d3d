using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.ServiceDefaults.Resilience;

namespace Sophia.Tests.ServiceDefaults;

public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("http://api/a?b=1")]
    [InlineData("https+http://api/a?b=1")]
    public async Task A_service_is_called_by_its_name(string address)
    {
        await using var api = await LocalService.StartAsync(static app => app.MapGet("/a", static (string b) => b));
        using var services = Services(("services:api:http:0", api.Address.ToString()));

        var answer = await services.GetRequiredService<IHttpClientFactory>().CreateClient("api")
            .GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal("1", answer);
    }

    [Fact]
    public async Task Https_is_taken_before_http_where_both_are_offered_and_configured()
    {
        using var services = Services(("services:api:http:0", "http://127.0.0.1:1"), ("services:api:https:0", "https://127.0.0.1:2"));

        Assert.Equal("https://127.0.0.1:2/x", await CalledAsync(services, "https+http://api/x"));
    }

    [Fact]
    public async Task Replicas_are_called_in_turn()
    {
        using var services = Services(("services:api:http:0", "http://127.0.0.1:1"), ("services:api:http:1", "http://127.0.0.1:2"));

        List<string> called = [];
        for (var call = 0; call < 4; call++)
        {
            called.Add(await CalledAsync(services, "http://api"));
        }

        Assert.Equal(["http://127.0.0.1:1/", "http://127.0.0.1:1/", "http://127.0.0.1:2/", "http://127.0.0.1:2/"], called.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_host_of_the_internet_is_left_as_it_is()
    {
        const string Address = "https://api.hubapi.com/crm/v3/objects/deals?limit=100";
        using var services = Services(("services:api:http:0", "http://127.0.0.1:1"));

        Assert.Equal(Address, await CalledAsync(services, Address));
    }

    [Fact]
    public async Task A_missing_service_is_named()
    {
        using var services = Services();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => services.GetRequiredService<IHttpClientFactory>().CreateClient("api")
            .GetStringAsync(new Uri("https+http://nobody.invalid/"), TestContext.Current.CancellationToken));

        Assert.Contains("nobody.invalid:443", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What comes out on the wire.</summary>
    private static async Task<string> CalledAsync(ServiceProvider services, string address) =>
        await services.GetRequiredService<IHttpClientFactory>().CreateClient("wire").GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddServiceDefaults();
        builder.Services.AddHttpClient("wire").ConfigurePrimaryHttpMessageHandler(static () => new Wire());
        builder.Services.Configure<HttpResilienceOptions>("api", static options => options.Retries = 0);
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Answers with the address that it was asked for.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(request.RequestUri!.AbsoluteUri) });
    }
}
