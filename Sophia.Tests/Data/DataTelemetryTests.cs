using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Sophia.Data;

namespace Sophia.Tests.Data;

public sealed class DataTelemetryTests
{
    [Fact]
    public async Task What_waits_on_the_bus_is_counted_whenever_somebody_asks_and_at_no_other_time()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var telemetry = new DataTelemetry(meters);
        var (waiting, counted) = (0, 0);

        // Nobody listens: a zero would be invented.
        Assert.Null(Ask(meters));
        telemetry.ObserveNotices(() =>
        {
            counted++;
            return waiting;
        });
        waiting = 3;
        Assert.Equal(0, counted);
        Assert.Equal(3, Ask(meters));
        waiting = 7;
        Assert.Equal(1, counted);
        Assert.Equal(7, Ask(meters));
        telemetry.ObserveNotices(null);
        Assert.Null(Ask(meters));
        Assert.Equal(2, counted);
    }

    private static int? Ask(IMeterFactory meters)
    {
        int? seen = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "sophia.bus.waiting" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => seen = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }
}
