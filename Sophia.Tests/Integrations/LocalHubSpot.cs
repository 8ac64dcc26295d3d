using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Sandbox;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Crm;
using GongOptions = Sophia.Integrations.Gong.GongOptions;
using HubSpotOptions = Sophia.Integrations.HubSpot.HubSpotOptions;

namespace Sophia.Tests.Integrations;

/// <summary>The sandbox company behind HubSpot's wire format, on a port of its own, frozen so that only the test changes it.</summary>
internal sealed class LocalHubSpot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _requests;
    private volatile string? _rejectedId;

    private LocalHubSpot(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Control = new HttpClient { BaseAddress = Address };
    }

    public const string Token = "a-token-for-tests";

    public const string GongKey = "a-key-for-tests";

    public const string GongSecret = "a-secret-for-tests";

    public Uri Address { get; }

    public HttpClient Control { get; }

    /// <summary>The company's own state.</summary>
    public CrmStore Store => _app.Services.GetRequiredService<CrmStore>();

    /// <summary>Requests to HubSpot's and Gong's paths so far.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>How the company's calls are read.</summary>
    public GongOptions Gong => new()
    {
        BaseUrl = Address,
        AccessKey = GongKey,
        AccessKeySecret = GongSecret,
        RequestsPerSecond = 100_000,
        RequestsPerDay = 100_000_000,
    };

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
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Sandbox:Deals"] = $"{deals}",
            ["Sandbox:Companies"] = $"{companies}",
            ["Sandbox:RateLimits"] = "off",
            ["Sandbox:LivingInterval"] = "off",
            ["Sandbox:HubSpot:Token"] = Token,
            ["Sandbox:Calls"] = "650",
            ["Sandbox:Transcripts"] = "110",
            ["Sandbox:Gong:AccessKey"] = GongKey,
            ["Sandbox:Gong:AccessKeySecret"] = GongSecret,
            ["Sandbox:HubSpot:WebhookSecret"] = "a-secret-for-tests",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.AddSandbox();
        var app = builder.Build();
        LocalHubSpot? self = null;
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/crm", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/v2", StringComparison.Ordinal)
            ? self!.CountAsync(context, next)
            : next(context));
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

    /// <summary>Answers 400 to batch reads that ask for this object, as HubSpot does to what it does not understand.</summary>
    public void RejectReadsOf(string id) => _rejectedId = id;

    private async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        Interlocked.Increment(ref _requests);
        if (_rejectedId is { } rejected && HttpMethods.IsPost(context.Request.Method))
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
            if (body.Contains($"\"{rejected}\"", StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("""{"status":"error","message":"Invalid input"}""", context.RequestAborted);
                return;
            }
        }

        await next(context);
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _app.DisposeAsync();
    }
}
