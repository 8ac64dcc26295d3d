using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Api;
using Sophia.Data.Migrations;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api;

/// <summary>The API as it runs, on a free port, over a database of its own and the tests' Redis and bus.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    /// <summary>Nothing listens there.</summary>
    public const string NoBus = "amqp://sophia:secret@127.0.0.1:1";

    /// <summary>Nothing listens there.</summary>
    public const string NoRedis = "127.0.0.1:1";

    /// <summary>What BambooHR's webhooks are signed with.</summary>
    public const string BambooHrKey = "the webhook's key";

    /// <summary>Where Gong posts.</summary>
    public const string GongUrl = "https://sophia.example/webhooks/gong";

    private const string WebhookSecret = "the app's secret";
    private const string WebhookUrl = "https://sophia.example/webhooks/hubspot";

    private static readonly RSA s_gongKey = RSA.Create(2048);

    private readonly WebApplication _app;

    private ApiServer(TestDatabase database, Company company, WebApplication app)
    {
        Database = database;
        Company = company;
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = Address };
    }

    /// <summary>What Gong signs its webhooks with, as the sandbox takes it.</summary>
    public static string GongPrivateKey { get; } = Convert.ToBase64String(s_gongKey.ExportPkcs8PrivateKey());

    public TestDatabase Database { get; }

    /// <summary>What happens in the business.</summary>
    public Company Company { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ApiServer> StartAsync(string? redis = null, string? bus = null)
    {
        var token = TestContext.Current.CancellationToken;
        var database = await TestDatabase.CreateAsync();
        redis ??= await TestServers.RedisAsync();
        bus ??= await TestServers.BusAsync();
        var app = ApiApplication.Create([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ConnectionStrings:sophiadb"] = database.ConnectionString,
                ["ConnectionStrings:cache"] = redis,
                ["ConnectionStrings:bus"] = bus,
                ["HubSpot:WebhookSecret"] = WebhookSecret,
                ["HubSpot:WebhookUrl"] = WebhookUrl,
                ["BambooHr:WebhookKey"] = BambooHrKey,
                ["Gong:WebhookPublicKey"] = Convert.ToBase64String(s_gongKey.ExportSubjectPublicKeyInfo()),
                ["Gong:WebhookUrl"] = GongUrl,
            });
        });
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(token);
        var company = await Company.OpenAsync(database, bus == NoBus ? null : bus);
        await app.StartAsync(token);
        return new ApiServer(database, company, app);
    }

    /// <summary>Posts as HubSpot does, signed at <paramref name="sentAt"/> (by default now) with the right secret or another.</summary>
    public async Task<HttpResponseMessage> PostWebhookAsync(string body, DateTimeOffset? sentAt = null, string secret = WebhookSecret)
    {
        var timestamp = (sentAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds();
        var signed = Encoding.UTF8.GetBytes($"POST{WebhookUrl}{body}{timestamp}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/hubspot")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        // A large body is announced first, so that its refusal is read before the connection closes.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        request.Headers.Add("X-HubSpot-Request-Timestamp", $"{timestamp}");
        request.Headers.Add("X-HubSpot-Signature-v3", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>How many webhook events are in the log.</summary>
    public async Task<long> CountNotificationsAsync()
    {
        await using var command = Database.DataSource.CreateCommand("SELECT count(*) FROM event_log WHERE kind = 'hubspot.notification'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Company.DisposeAsync();
        await Database.DisposeAsync();
    }
}
