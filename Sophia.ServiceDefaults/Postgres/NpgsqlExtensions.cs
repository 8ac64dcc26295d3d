using Aspire.Npgsql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Sophia.ServiceDefaults;
using Sophia.ServiceDefaults.Postgres;

namespace Microsoft.Extensions.Hosting;

/// <summary>The Postgres client, as Aspire's package of that name registers it.</summary>
public static class NpgsqlExtensions
{
    /// <summary>Registers <see cref="NpgsqlDataSource"/> for the connection string <paramref name="connectionName"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionName">The name of the connection string.</param>
    /// <param name="configureSettings">Changes the settings after configuration is read.</param>
    /// <param name="configureDataSourceBuilder">Changes the data source.</param>
    public static void AddNpgsqlDataSource(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlSettings>? configureSettings = null,
        Action<NpgsqlDataSourceBuilder>? configureDataSourceBuilder = null)
    {
        var settings = new NpgsqlSettings();
        builder.Configuration.GetSection("Aspire:Npgsql").Bind(settings);
        builder.Configuration.GetSection($"Aspire:Npgsql:{connectionName}").Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.TryAddSingleton(services =>
        {
            var dataSource = new NpgsqlDataSourceBuilder(
                ConnectionStrings.Required(settings.ConnectionString, connectionName, "Aspire:Npgsql"));
            dataSource.UseLoggerFactory(services.GetService<ILoggerFactory>());
            configureDataSourceBuilder?.Invoke(dataSource);
            return dataSource.Build();
        });

        // Each command is a span already; as log lines they would bury the rest. First in line, so that configuration overrides it.
        builder.Services.Configure<LoggerFilterOptions>(static options =>
            options.Rules.Insert(0, new LoggerFilterRule(providerName: null, "Npgsql.Command", LogLevel.Warning, filter: null)));

        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().AddCheck<PostgresHealthCheck>(
                connectionName, HealthStatus.Unhealthy, [], TimeSpan.FromSeconds(5));
        }

        if (!settings.DisableTracing)
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(static traces => traces.AddSource("Npgsql"));
        }

        if (!settings.DisableMetrics)
        {
            builder.Services.ConfigureOpenTelemetryMeterProvider(static metrics => metrics.AddMeter("Npgsql"));
        }
    }
}
