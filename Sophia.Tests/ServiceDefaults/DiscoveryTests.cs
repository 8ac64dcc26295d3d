using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.ServiceDefaults.Discovery;

namespace Sophia.Tests.ServiceDefaults;

public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("http://api/a?b=1")]
    [InlineData("https+http://api/a?b=1")]
    public async Task A_service_is_called_by_its_name(string address)
    {
        await using var api = await LocalService.StartAsync(static app => app.MapGet("/a", static (string b) => b));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["services:api:http:0"] = api.Address.ToString();
        builder.AddServiceDiscovery();
        builder.AddHttpResilience();
        builder.Services.AddHttpClient("api");
        using var services = builder.Services.BuildServiceProvider();

        var answer = await services.GetRequiredService<IHttpClientFactory>().CreateClient("api")
            .GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal("1", answer);
    }

    [Fact]
    public void Https_is_taken_before_http_where_both_are_offered_and_configured()
    {
        var endpoints = Endpoints(("services:api:http:0", "http://127.0.0.1:1"), ("services:api:https:0", "https://127.0.0.1:2"));

        Assert.Equal(new Uri("https://127.0.0.1:2/x"), endpoints.Resolve(new Uri("https+http://api/x")));
    }

    [Fact]
    public void Replicas_are_called_in_turn()
    {
        var endpoints = Endpoints(("services:api:http:0", "http://127.0.0.1:1"), ("services:api:http:1", "http://127.0.0.1:2"));

        var called = Enumerable.Range(0, 4).Select(_ => endpoints.Resolve(new Uri("http://api")).Port).ToArray();

        Assert.Equal([1, 1, 2, 2], called.Order());
    }

    [Fact]
    public void A_host_of_the_internet_is_left_as_it_is()
    {
        var uri = new Uri("https://api.hubapi.com/crm/v3/objects/deals?limit=100");

        Assert.Equal(uri, Endpoints().Resolve(uri));
    }

    [Fact]
    public void A_missing_service_is_named_with_the_keys_to_set()
    {
        var error = Assert.Throws<HttpRequestException>(() => Endpoints().Resolve(new Uri("https+http://api/")));

        Assert.Equal("No address of service 'api' is configured: set services:api:https:0 or services:api:http:0.", error.Message);
    }

    private static ServiceEndpoints Endpoints(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
}
