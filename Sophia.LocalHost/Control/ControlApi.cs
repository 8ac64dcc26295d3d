using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Sophia.LocalHost.Control;

/// <summary>A small loopback API over the run: resources, states, health, logs, start and stop.</summary>
internal sealed class ControlApi : IAsyncDisposable
{
    private static readonly TimeSpan s_openStreams = TimeSpan.FromMilliseconds(100);
    private readonly WebApplication _application;

    private ControlApi(WebApplication application, string address) => (_application, Address) = (application, address);

    /// <summary>For example <c>http://127.0.0.1:18889</c>.</summary>
    public string Address { get; }

    public static async Task<ControlApi> StartAsync(ControlOptions options)
    {
        // An empty builder reads no configuration: the application's own variables must not move this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore().AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJson.Default);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<HealthStatus>());
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = s_openStreams);
        var application = builder.Build();
        application.UseExceptionHandler().UseStatusCodePages();
        application.Use(new ControlGuard(options.Port, options.Token).InvokeAsync);
        application.UseRouting();
        application.MapResources(options);
        application.MapLogs(options);
        application.MapCommands(options);
        await application.StartAsync();
        return new ControlApi(application, $"http://127.0.0.1:{options.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
