// What runs and what needs what. An ordinary .NET Aspire program: Sophia.LocalHost or, with -p:UseAspire=true, Aspire itself runs it.
var builder = DistributedApplication.CreateBuilder(args);

var hubSpotToken = builder.AddParameter("hubspot-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var hubSpotWebhookSecret = builder.AddParameter("hubspot-webhook-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("sophiadb");
var cache = builder.AddRedis("cache");
var bus = builder.AddRabbitMQ("bus").WithDataVolume();

var sandbox = builder.AddProject<Projects.Sophia_Sandbox>("sandbox").WithHttpHealthCheck("/health");

var api = builder.AddProject<Projects.Sophia_Api>("api").WithHttpHealthCheck("/health")
    .WithReference(database).WaitFor(database)
    .WithReference(cache).WaitFor(cache)
    .WithReference(bus).WaitFor(bus);

var agents = builder.AddProject<Projects.Sophia_Agents>("agents").WithHttpEndpoint().WithHttpHealthCheck("/health")
    .WithReference(database).WaitFor(database)
    .WithReference(cache).WaitFor(cache)
    .WithReference(bus).WaitFor(bus)
    .WithReference(sandbox).WaitFor(sandbox);

builder.AddProject<Projects.Sophia_Web>("web").WithHttpHealthCheck("/health").WithExternalHttpEndpoints()
    .WithReference(api).WaitFor(api);

// The run's own settings for the made-up company, such as --Sandbox:Deals=2000 or --Sandbox:RateLimits=off.
foreach (var setting in builder.Configuration.GetSection("Sandbox").GetChildren())
{
    sandbox.WithEnvironment($"Sandbox__{setting.Key}", setting.Value);
}

// HubSpot signs the address that it was told to call, so sender and receiver get the same one.
sandbox.WithEnvironment("Sandbox__HubSpot__Token", hubSpotToken)
    .WithEnvironment("Sandbox__HubSpot__WebhookSecret", hubSpotWebhookSecret)
    .WithEnvironment("Sandbox__HubSpot__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/hubspot");
api.WithEnvironment("HubSpot__WebhookSecret", hubSpotWebhookSecret)
    .WithEnvironment("HubSpot__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/hubspot");
agents.WithEnvironment("HubSpot__BaseUrl", sandbox.GetEndpoint("http"))
    .WithEnvironment("HubSpot__Token", hubSpotToken);

builder.Build().Run();
