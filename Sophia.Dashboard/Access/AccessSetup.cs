using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry;

namespace Sophia.Dashboard.Access;

/// <summary>Lets in who has the token.</summary>
internal static partial class AccessSetup
{
    /// <summary>Adds the token.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccessToken>();
        // In the data folder, so that open pages stay signed in over a restart whoever runs the process.
        builder.Services.AddDataProtection().SetApplicationName("Sophia.Dashboard");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<TelemetryOptions>>(static (keys, telemetry) =>
            keys.XmlRepository = new FileSystemXmlRepository(
                Directory.CreateDirectory(Path.Combine(telemetry.Value.DataFolder, "keys")), NullLoggerFactory.Instance));
        return builder;
    }

    /// <summary>Refuses whoever does not have the token, and prints the link that brings it where nobody else does.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseMiddleware<AccessGuard>();
        if (app.Services.GetRequiredService<AccessToken>().Made is { } token)
        {
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
                LogLink(app.Logger, $"{address}/?t={token}");
            });
        }

        return app;
    }

    [LoggerMessage(LogLevel.Information, "Open {Link}")]
    private static partial void LogLink(ILogger logger, string link);
}
