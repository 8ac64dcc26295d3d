using Aspire.RabbitMQ.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Trace;
using RabbitMQ.Client;
using Sophia.ServiceDefaults;
using Sophia.ServiceDefaults.RabbitMq;

namespace Microsoft.Extensions.Hosting;

/// <summary>The RabbitMQ client, as Aspire's package of that name registers it.</summary>
public static class RabbitMQExtensions
{
    /// <summary>
    /// Registers <see cref="IConnection"/> for the connection string <paramref name="connectionName"/>. It connects when
    /// it is first resolved; resolving throws while the server is away and may be tried again, so ask for it inside the
    /// loop that also retries, never in a constructor. Once made, the connection recovers by itself.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionName">The name of the connection string.</param>
    /// <param name="configureSettings">Changes the settings after configuration is read.</param>
    /// <param name="configureConnectionFactory">Changes the client's own factory.</param>
    public static void AddRabbitMQClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null)
    {
        var settings = new RabbitMQClientSettings();
        builder.Configuration.GetSection("Aspire:RabbitMQ:Client").Bind(settings);
        builder.Configuration.GetSection($"Aspire:RabbitMQ:Client:{connectionName}").Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.TryAddSingleton<IConnectionFactory>(_ =>
        {
            var factory = new ConnectionFactory
            {
                Uri = new Uri(ConnectionStrings.Required(settings.ConnectionString, connectionName, "Aspire:RabbitMQ:Client")),
                RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
                NetworkRecoveryInterval = TimeSpan.FromSeconds(1),
            };
            configureConnectionFactory?.Invoke(factory);
            return factory;
        });
        builder.Services.TryAddSingleton(static services =>
            // The container has no asynchronous construction. A failure is not remembered: the next resolve tries again.
            services.GetRequiredService<IConnectionFactory>().CreateConnectionAsync().GetAwaiter().GetResult());

        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().AddCheck<RabbitMQHealthCheck>(
                connectionName, HealthStatus.Degraded, [], TimeSpan.FromSeconds(8));
        }

        if (!settings.DisableTracing)
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(static traces => traces.AddSource("RabbitMQ.Client.Publisher"));
        }
    }
}
