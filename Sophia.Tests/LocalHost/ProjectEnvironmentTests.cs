using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Running;

namespace Sophia.Tests.LocalHost;

public sealed class ProjectEnvironmentTests
{
    [Fact]
    public async Task A_project_finds_its_servers_its_neighbours_and_itself_under_Aspires_names()
    {
        var builder = DistributedApplication.CreateBuilder(
            ["--ConnectionStrings:sophiadb=Host=db;Port=5433;Username=u;Password=p;Database=sophiadb", "--ConnectionStrings:cache=redis:6380,password=r"]);
        var token = builder.AddParameter("hubspot-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
        var database = builder.AddPostgres("postgres").AddDatabase("sophiadb");
        var cache = builder.AddRedis("cache");
        var neighbour = builder.AddProject<TestProject>("api");
        var project = builder.AddProject<TestProject>("web")
            .WithReference(database).WithReference(cache).WithReference(neighbour)
            .WithEnvironment("HubSpot__Token", token)
            .WithEnvironment("HubSpot__WebhookUrl", $"{neighbour.GetEndpoint("http")}/webhooks/hubspot");

        var environment = await ComposeAsync(builder, project.Resource);

        var api = neighbour.GetEndpoint("http").Url;
        Assert.Equal("Host=db;Port=5433;Username=u;Password=p;Database=sophiadb", environment["ConnectionStrings__sophiadb"]);
        Assert.Equal("postgresql://u:p@db:5433/sophiadb", environment["SOPHIADB_URI"]);
        Assert.Equal("sophiadb", environment["SOPHIADB_DATABASENAME"]);
        Assert.Equal("redis:6380,password=r", environment["ConnectionStrings__cache"]);
        Assert.Equal("6380", environment["CACHE_PORT"]);
        Assert.Equal(api, environment["services__api__http__0"]);
        Assert.Equal(api, environment["API_HTTP"]);
        Assert.Equal($"{api}/webhooks/hubspot", environment["HubSpot__WebhookUrl"]);
        Assert.Equal("http://127.0.0.1:40001", environment["ASPNETCORE_URLS"]);
        Assert.Equal("Development", environment["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("web", environment["OTEL_SERVICE_NAME"]);
        Assert.Matches("^[A-Za-z0-9]{32}$", environment["HubSpot__Token"]);
        Assert.False(environment.ContainsKey("OTEL_EXPORTER_OTLP_ENDPOINT"), "There is no place to send telemetry to.");
    }

    [Fact]
    public async Task A_generated_secret_is_the_same_in_the_next_run()
    {
        using var checkout = new TemporaryFolder();

        var first = await SecretOfARunAsync(checkout.Path);
        var second = await SecretOfARunAsync(checkout.Path);

        Assert.Equal(first, second);
    }

    private static async Task<string> SecretOfARunAsync(string checkout)
    {
        var builder = DistributedApplication.CreateBuilder([]);
        var secret = builder.AddParameter("secret", new GenerateParameterDefault { MinLength = 40 }, secret: true, persist: true);
        var project = builder.AddProject<TestProject>("api").WithEnvironment("Secret", secret);
        return (await ComposeAsync(builder, project.Resource, checkout))["Secret"];
    }

    private static async Task<IReadOnlyDictionary<string, string>> ComposeAsync(IDistributedApplicationBuilder builder, ProjectResource project)
    {
        using var checkout = new TemporaryFolder();
        return await ComposeAsync(builder, project, checkout.Path);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ComposeAsync(IDistributedApplicationBuilder builder, ProjectResource project, string checkout)
    {
        using var folder = InstanceFolder.Open(checkout, "main");
        var plan = await RunPlan.MakeAsync(builder, new RunSettings("main", DynamicPorts: true), folder, TestContext.Current.CancellationToken);
        return await plan.Environment.ComposeAsync(project, ["http://127.0.0.1:40001"], "abcd1234", TestContext.Current.CancellationToken);
    }
}
