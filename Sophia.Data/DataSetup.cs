using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Sophia.Data.Alerts;
using Sophia.Data.Caching;
using Sophia.Data.Conversations;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;
using Sophia.Data.Metrics;
using Sophia.Data.Migrations;
using Sophia.Data.Predictions;
using Sophia.Data.Projection;
using Sophia.Data.Sources;

namespace Sophia.Data;

/// <summary>Registers what this project offers.</summary>
public static class DataSetup
{
    /// <summary>
    /// Registers the event log, projector, metrics, messaging and cache. The host registers <see cref="NpgsqlDataSource"/> and,
    /// where they are used, Redis' <c>IConnectionMultiplexer</c> and RabbitMQ's <c>IConnection</c>, which are resolved when first needed.
    /// </summary>
    public static IServiceCollection AddSophiaData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddOptions<OrganisationOptions>()
            .BindConfiguration(OrganisationOptions.Section)
            .Validate(
                static options => CurrencyCodes.Contains(options.Currency),
                "Organisation:Currency must be the code of a currency of ISO 4217, in capitals, for example USD.")
            .ValidateOnStart();

        return services
            .AddSingleton<DataTelemetry>()
            .AddHostedService<DatabaseAges>()
            .AddSingleton<DatabaseMigrator>()
            .AddSingleton<EventAppender>()
            .AddSingleton<EventReader>()
            .AddSingleton<SyncCursors>()
            .AddSingleton<NotificationListener>()
            .AddTransient(static provider => new LogSignal(provider.GetRequiredService<NotificationListener>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<SourceStatusStore>()
            .AddSingleton<SyncRequests>()
            .AddSingleton<IntegrationReader>()
            .AddSingleton<MetricRuleStore>()
            .AddSingleton<AlertMuteStore>()
            .AddSingleton<AlertLedger>()
            .AddSingleton<AlertReader>()
            .AddSingleton<BaselineStore>()
            .AddSingleton<Projector>()
            .AddSingleton<MetricReader>()
            .AddSingleton<CallAnalysisStore>()
            .AddSingleton<CallInsightReader>()
            .AddSingleton<MetricRowReader>()
            .AddSingleton<OutboxRelay>()
            .AddSingleton<MetricsMovedSubscription>()
            .AddPredictions()
            .AddSingleton<RedisStore>()
            .AddSingleton<HybridCache, RedisHybridCache>();
    }
}
