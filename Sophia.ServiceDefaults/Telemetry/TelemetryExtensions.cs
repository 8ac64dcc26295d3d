using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Sophia.ServiceDefaults.Telemetry;

namespace Microsoft.Extensions.Hosting;

/// <summary>Traces, metrics and logs over OTLP.</summary>
public static class TelemetryExtensions
{
    // A business's people and sources stay below; a flood of requests must not pay for being looked at. The exporter's queue
    // of 2,048 spans is emptied at least once a second and has room for them.
    private const int NewTracesPerSecond = 200;
    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    // Aspire gives this to every process in development, so it is nobody's wish; who wants every trace says parentbased_always_on.
    private const string AspireSampler = "always_on";
    private const string RetrySetting = "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY";

    // Milliseconds for a batch with all its attempts.
    private const string TimeoutSetting = "OTEL_EXPORTER_OTLP_TIMEOUT";

    /// <summary>
    /// Records traces, metrics and logs, and exports them where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a receiver.
    /// </summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder ConfigureOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        // ASP.NET Core leaves its server spans without tags unless told otherwise before the host is built.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        // A receiver that is restarted loses nothing: a batch is sent again for a minute, those behind it wait in the queue.
        // In memory, since what a process has seen before its own end is worth less than a file on each machine.
        builder.Configuration[RetrySetting] ??= "in_memory";
        builder.Configuration[TimeoutSetting] ??= "60000";

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(traces =>
            {
                traces.AddSource(TelemetrySources.Activities).AddProcessor(new LonelyStatementFilter());
                // The SDK reads the variable itself where nobody says otherwise.
                if (builder.Configuration[SamplerSetting] is null or AspireSampler)
                {
                    // Follows the parent, so that nothing below an unrecorded health probe is recorded either.
                    traces.SetSampler(new ParentBasedSampler(new RateLimitedSampler(NewTracesPerSecond, TimeProvider.System)));
                }
            })
            .WithMetrics(static metrics => metrics
                .AddMeter(TelemetrySources.Meters));

        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry
                .WithLogging(configureBuilder: null, static options =>
                {
                    options.IncludeFormattedMessage = true;
                    options.IncludeScopes = true;
                })
                .UseOtlpExporter();
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ServerSpanFilter>());
        return builder;
    }
}
