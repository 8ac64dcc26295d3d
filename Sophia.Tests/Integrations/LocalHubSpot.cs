using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Integrations.HubSpot;
using Sophia.Sandbox;
using Sophia.Sandbox.Control;

namespace Sophia.Tests.Integrations;

/// <summary>The sandbox company behind HubSpot's wire format, on a port of its own, frozen so that only the test changes it.</summary>
internal sealed class LocalHubSpot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _requests;

    private LocalHubSpot(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Control = new HttpClient { BaseAddress = Address };
    }

    public const string Token = "a-token-for-tests";

    public Uri Address { get; }

    public HttpClient Control { get; }

    /// <summary>Requests to HubSpot's paths so far.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public HubSpotOptions Options => new()
    {
        BaseUrl = Address,
        Token = Token,
        HomeCurrency = "USD",
        RequestsPerTenSeconds = 100_000,
        SearchesPerSecond = 10_000,
        PollInterval = TimeSpan.FromSeconds(30),
    };

    public static async Task<LocalHubSpot> StartAsync(int deals, int companies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sandbox:Deals"] = $"{deals}",
            ["Sandbox:Companies"] = $"{companies}",
            ["Sandbox:RateLimits"] = "off",
            ["Sandbox:LivingInterval"] = "off",
            ["Sandbox:HubSpot:Token"] = Token,
            ["Sandbox:HubSpot:WebhookSecret"] = "a-secret-for-tests",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.AddSandbox();
        var app = builder.Build();
        LocalHubSpot? self = null;
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/crm", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref self!._requests);
            }

            return next(context);
        });
        app.MapSandbox();
        await app.StartAsync();
        self = new LocalHubSpot(app);
        return self;
    }

    /// <summary>What the company itself says of the time between two moments.</summary>
    public async Task<Totals> ReadTotalsAsync(CancellationToken cancellationToken) =>
        (await Control.GetFromJsonAsync<Totals>("/sandbox/totals", cancellationToken))!;

    public async Task PostAsync(string path, object? body, CancellationToken cancellationToken)
    {
        using var response = body is null
            ? await Control.PostAsync(path, content: null, cancellationToken)
            : await Control.PostAsJsonAsync(path, body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _app.DisposeAsync();
    }
}
