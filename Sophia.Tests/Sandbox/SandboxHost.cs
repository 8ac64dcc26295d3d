using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Sandbox;
using Sophia.Sandbox.Control;

namespace Sophia.Tests.Sandbox;

/// <summary>A small, frozen sandbox on a free loopback port, with limits off unless a test sets them.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public const string Token = "sandbox-token";
    public const string GongKey = "gong-key";
    public const string GongSecret = "gong-secret";

    private readonly WebApplication _app;

    private SandboxHost(WebApplication app)
    {
        _app = app;
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        HubSpot = new HttpClient { BaseAddress = address };
        HubSpot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Gong = new HttpClient { BaseAddress = address };
        Gong.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{GongKey}:{GongSecret}")));
        Anonymous = new HttpClient { BaseAddress = address };
    }

    /// <summary>Calls with the token.</summary>
    public HttpClient HubSpot { get; }

    /// <summary>Calls Gong's paths with the access key.</summary>
    public HttpClient Gong { get; }

    /// <summary>Calls without it, as the control endpoints take them.</summary>
    public HttpClient Anonymous { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SandboxHost> StartAsync(TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var app = Build(clock, settings);
        await app.StartAsync(Cancellation);
        return new SandboxHost(app);
    }

    public static WebApplication Build(TimeProvider? clock, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        Dictionary<string, string?> configuration = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Sandbox:Deals"] = "400",
            ["Sandbox:Companies"] = "80",
            ["Sandbox:RateLimits"] = "off",
            ["Sandbox:LivingInterval"] = "off",
            ["Sandbox:HubSpot:Token"] = Token,
            ["Sandbox:BambooHr:ApiKey"] = Token,
            ["Sandbox:Calls"] = "250",
            ["Sandbox:Transcripts"] = "40",
            ["Sandbox:Gong:AccessKey"] = GongKey,
            ["Sandbox:Gong:AccessKeySecret"] = GongSecret,
        };
        foreach (var (key, value) in settings)
        {
            configuration[$"Sandbox:{key}"] = value;
        }

        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.AddSandbox();
        var app = builder.Build();
        app.MapSandbox();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        HubSpot.Dispose();
        Gong.Dispose();
        Anonymous.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await HubSpot.GetAsync(path, Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await HubSpot.PostAsync(path, content, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    /// <summary>Every object of a listing, page by page.</summary>
    public async Task<List<JsonElement>> ListAllAsync(string path)
    {
        List<JsonElement> all = [];
        for (string? after = "0"; after is not null;)
        {
            var page = await GetAsync($"{path}&after={after}");
            all.AddRange(page.GetProperty("results").EnumerateArray());
            after = page.TryGetProperty("paging", out var paging) ? paging.GetProperty("next").GetProperty("after").GetString() : null;
        }

        return all;
    }

    public async Task<DealSummary> CreateDealAsync(object request) => await ControlAsync("/sandbox/deals", request);

    /// <summary>Pulls a lever on a deal and gives the deal as it then is.</summary>
    public async Task<DealSummary> ControlAsync(string path, object request)
    {
        using var response = await Anonymous.PostAsJsonAsync(path, request, Cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DealSummary>(Cancellation))!;
    }

    public async Task PostControlAsync(string path)
    {
        using var response = await Anonymous.PostAsync(path, null, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Totals> TotalsAsync(string query = "") =>
        (await Anonymous.GetFromJsonAsync<Totals>($"/sandbox/totals{query}", Cancellation))!;
}
