using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Sophia.Tests.ServiceDefaults;

public sealed class SamplerSettingTests
{
    private const int Roots = 5_000;

    // Aspire and LocalHost give every process always_on in development.
    [Theory]
    [InlineData(null)]
    [InlineData("always_on")]
    public async Task A_flood_of_traces_is_thinned_unless_somebody_asks_for_all(string? setting) =>
        Assert.InRange(await KeptAsync(setting), 200, Roots / 2);

    [Fact]
    public async Task Whoever_asks_for_every_trace_gets_every_trace() => Assert.Equal(Roots, await KeptAsync("parentbased_always_on"));

    private static async Task<int> KeptAsync(string? setting)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["OTEL_TRACES_SAMPLER"] = setting;
        builder.ConfigureOpenTelemetry();
        using var source = new ActivitySource($"Sophia.Tests.{Guid.NewGuid():N}");
        using var counter = new Counter(source.Name);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(counter));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        for (var i = 0; i < Roots; i++)
        {
            source.StartActivity("root")?.Dispose();
        }

        return counter.Recorded;
    }

    private sealed class Counter(string source) : BaseProcessor<Activity>
    {
        public int Recorded { get; private set; }

        public override void OnEnd(Activity data)
        {
            if (data.Source.Name == source && data.Recorded)
            {
                Recorded++;
            }
        }
    }
}
