using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Dashboard.Access;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Api;
using Sophia.LocalHost.Servers;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Dashboard.Telemetry;

/// <summary>The dashboard's receiver, store and HTTP API on ports of their own, without its pages; its data are gone with it.</summary>
internal sealed class TestDashboard : IAsyncDisposable
{
    public const string Key = "the-senders-key";
    public const string Token = "the-operators-token";

    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private TestDashboard(WebApplication app, string folder, bool ownsFolder, Uri otlp, Uri pages)
    {
        (_app, Folder, _ownsFolder) = (app, folder, ownsFolder);
        Otlp = new HttpClient { BaseAddress = otlp };
        Otlp.DefaultRequestHeaders.Add("x-otlp-api-key", Key);
        Api = new HttpClient { BaseAddress = pages };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public string Folder { get; }

    /// <summary>A sender that knows the key.</summary>
    public HttpClient Otlp { get; }

    /// <summary>A tool that knows the token.</summary>
    public HttpClient Api { get; }

    public static async Task<TestDashboard> StartAsync(string? folder = null, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var owns = folder is null;
        folder ??= Directory.CreateTempSubdirectory("sophia-dashboard-").FullName;
        var otlp = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var pages = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Configuration["urls"] = pages.ToString();
        builder.Configuration["Otlp:Address"] = otlp.ToString();
        builder.Configuration["Otlp:ApiKey"] = Key;
        builder.Configuration["Dashboard:Token"] = Token;
        builder.Configuration["Dashboard:DataFolder"] = folder;
        // The machine may be busy with other tests; how long a search takes is measured elsewhere.
        builder.Configuration["Telemetry:SearchTime"] = "00:00:10";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddTelemetry();
        builder.AddAccess();
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        var app = builder.Build();
        app.UseOtlpReceiver();
        app.UseAccess();
        app.UseRouting();
        app.MapTelemetryApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<TelemetryKeeper>().Restored.WaitAsync(TestContext.Current.CancellationToken);
        return new TestDashboard(app, folder, owns, otlp, pages);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Sends OTLP in JSON, as a script would.</summary>
    public async Task<HttpResponseMessage> SendAsync(string signal, JsonNode request) => await Otlp.PostAsync(
        $"/v1/{signal}", new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    /// <summary>Sends what has to be taken.</summary>
    public async Task AcceptAsync(string signal, JsonNode request)
    {
        using var answer = await SendAsync(signal, request);
        Assert.Equal("{}", await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Asks the HTTP API.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await Api.GetAsync("/api/telemetry/" + path, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(
            await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>Asks the HTTP API for a page's items.</summary>
    public async Task<JsonElement[]> ReadItemsAsync(string path) => [.. (await ReadAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>Asks until somebody else's telemetry is there.</summary>
    public Task<JsonElement[]> SeeItemsAsync(string path, int count = 1) => Eventually.SeeAsync(
        () => ReadItemsAsync(path), items => items.Length >= count, TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        Otlp.Dispose();
        Api.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
