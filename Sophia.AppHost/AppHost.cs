// What runs and what needs what. An ordinary .NET Aspire program: Sophia.LocalHost or, with -p:UseAspire=true, Aspire itself runs it.
using System.Security.Cryptography;

var builder = DistributedApplication.CreateBuilder(args);

var hubSpotToken = builder.AddParameter("hubspot-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var hubSpotWebhookSecret = builder.AddParameter("hubspot-webhook-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var bambooHrApiKey = builder.AddParameter("bamboohr-api-key", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var bambooHrWebhookKey = builder.AddParameter("bamboohr-webhook-key", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var gongAccessKey = builder.AddParameter("gong-access-key", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var gongAccessKeySecret = builder.AddParameter("gong-access-key-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("sophiadb");
var cache = builder.AddRedis("cache");
var bus = builder.AddRabbitMQ("bus").WithDataVolume();

var sandbox = builder.AddProject<Projects.Sophia_Sandbox>("sandbox").WithHttpHealthCheck("/health");

// Nobody waits for the bus: what it carries is in Postgres first.
var api = builder.AddProject<Projects.Sophia_Api>("api").WithReplicas(2).WithHttpHealthCheck("/health")
    .WithReference(database).WaitFor(database)
    .WithReference(cache).WaitFor(cache)
    .WithReference(bus);

var agents = builder.AddProject<Projects.Sophia_Agents>("agents").WithReplicas(2).WithHttpEndpoint().WithHttpHealthCheck("/health")
    .WithReference(database).WaitFor(database)
    .WithReference(cache).WaitFor(cache)
    .WithReference(bus)
    .WithReference(sandbox).WaitFor(sandbox);

// One process only: a circuit lives in the one that it began in.
var web = builder.AddProject<Projects.Sophia_Web>("web").WithHttpHealthCheck("/health").WithExternalHttpEndpoints()
    .WithReference(api).WaitFor(api);

// HubSpot signs the address that it was told to call, so sender and receiver get the same one.
sandbox.WithEnvironment("Sandbox__HubSpot__Token", hubSpotToken)
    .WithEnvironment("Sandbox__HubSpot__WebhookSecret", hubSpotWebhookSecret)
    .WithEnvironment("Sandbox__HubSpot__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/hubspot");
api.WithEnvironment("HubSpot__WebhookSecret", hubSpotWebhookSecret)
    .WithEnvironment("HubSpot__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/hubspot");
agents.WithEnvironment("HubSpot__BaseUrl", sandbox.GetEndpoint("http"))
    .WithEnvironment("HubSpot__Token", hubSpotToken);

// Gong signs with a private key; who listens knows the public one.
using var gongKeys = RSA.Create(2048);

// A real company's figures are not mixed with made-up people and calls.
string[] systems = ["HubSpot", "BambooHr", "Gong"];
if (systems.All(system => builder.Configuration[$"{system}:BaseUrl"] is null))
{
    sandbox.WithEnvironment("Sandbox__BambooHr__ApiKey", bambooHrApiKey)
        .WithEnvironment("Sandbox__BambooHr__WebhookKey", bambooHrWebhookKey)
        .WithEnvironment("Sandbox__BambooHr__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/bamboohr")
        .WithEnvironment("Sandbox__Gong__AccessKey", gongAccessKey)
        .WithEnvironment("Sandbox__Gong__AccessKeySecret", gongAccessKeySecret)
        .WithEnvironment("Sandbox__Gong__WebhookPrivateKey", Convert.ToBase64String(gongKeys.ExportPkcs8PrivateKey()))
        .WithEnvironment("Sandbox__Gong__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/gong");
    api.WithEnvironment("BambooHr__WebhookKey", bambooHrWebhookKey)
        .WithEnvironment("Gong__WebhookPublicKey", Convert.ToBase64String(gongKeys.ExportSubjectPublicKeyInfo()))
        .WithEnvironment("Gong__WebhookUrl", $"{api.GetEndpoint("http")}/webhooks/gong");
    agents.WithEnvironment("BambooHr__BaseUrl", sandbox.GetEndpoint("http"))
        .WithEnvironment("BambooHr__ApiKey", bambooHrApiKey)
        .WithEnvironment("BambooHr__SurveyDataset", "satisfactionSurvey")
        .WithEnvironment("Gong__BaseUrl", sandbox.GetEndpoint("http"))
        .WithEnvironment("Gong__AccessKey", gongAccessKey)
        .WithEnvironment("Gong__AccessKeySecret", gongAccessKeySecret)
        .WithEnvironment("Conversations__Competitors", "Quantrix, Datapeak, Vistalyze, Corvus BI, Helio Insights");
}

// The made-up company goes on where it stopped, since Sophia remembers its figures too; and open pages outlive a new start.
var folder = $"{builder.AppHostDirectory}/../.sophia/{builder.Configuration["LocalHost:Instance"] ?? "main"}";
sandbox.WithEnvironment("Sandbox__DataFolder", folder + "/sandbox");
web.WithEnvironment("DataProtection__Folder", folder + "/web-keys");

// Where the sandbox lifts the vendors' limits (--Sandbox:RateLimits=off), the connectors need not keep to them.
if (string.Equals(builder.Configuration["Sandbox:RateLimits"], "off", StringComparison.OrdinalIgnoreCase))
{
    agents.WithEnvironment("HubSpot__RequestsPerTenSeconds", "100000").WithEnvironment("HubSpot__SearchesPerSecond", "10000")
        .WithEnvironment("BambooHr__RequestsPerSecond", "100000")
        .WithEnvironment("Gong__RequestsPerSecond", "100000").WithEnvironment("Gong__RequestsPerDay", "100000000");
}

// The run's own settings win: --Sandbox:Deals=2000 for another company, --HubSpot:BaseUrl=… and --HubSpot:Token=… for a real one.
foreach (var setting in builder.Configuration.GetSection("Sandbox").GetChildren())
{
    sandbox.WithEnvironment($"Sandbox__{setting.Key}", setting.Value);
}

foreach (var system in (string[])[.. systems, "Conversations", "Analysis"])
{
    foreach (var setting in builder.Configuration.GetSection(system).GetChildren())
    {
        // The API receives webhooks and never calls a system, so it gets no credentials.
        (setting.Key.Contains("Webhook", StringComparison.OrdinalIgnoreCase) ? api : agents).WithEnvironment($"{system}__{setting.Key}", setting.Value);
    }
}

builder.Build().Run();
