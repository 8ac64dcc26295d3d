using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Sophia.Tests.Web;

/// <summary>Service discovery that knows where the API is and nothing else.</summary>
internal static class ApiDiscovery
{
    public static ServiceProvider Of(Uri api) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("services:api:http:0", api.ToString())]).Build())
        .AddLogging()
        .AddServiceDiscovery()
        .BuildServiceProvider();
}
