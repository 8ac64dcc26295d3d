namespace Sophia.Api.Live;

/// <summary>Live channels: what their addresses have in common.</summary>
internal static class LiveSetup
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveTelemetry>()
        .AddSingleton<LiveLatency>()
        .AddTransient<LiveSockets>();

    public static void UseLive(this WebApplication app) => app.UseWebSockets(new WebSocketOptions
    {
        // A browser that went away without a word is noticed within 40 seconds.
        KeepAliveInterval = TimeSpan.FromSeconds(20),
        KeepAliveTimeout = TimeSpan.FromSeconds(20),
    });
}
