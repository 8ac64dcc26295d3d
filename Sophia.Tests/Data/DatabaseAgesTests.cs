using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Sophia.Core.Telemetry;
using Sophia.Data;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data;

public sealed class DatabaseAgesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_and_what_holds_the_readers_back_shows_in_the_gauges()
    {
        await using var host = await DataHost.StartAsync(static services => services.AddSingleton(static provider =>
            provider.GetServices<IHostedService>().OfType<DatabaseAges>().Single()));
        host.Clock.Now = DateTimeOffset.UnixEpoch;
        await host.LearnAsync([.. Stages, Deal("1", 5m, (New, "2026-03-01"))]);
        await host.AppendAsync(Account("waits", "EMEA"));
        await using var connection = await host.Database.OpenConnectionAsync(Cancelled);
        await using var open = await connection.BeginTransactionAsync(Cancelled);
        await using var write = new NpgsqlCommand("INSERT INTO sync_cursor VALUES ('a', 'b', 'c')", connection);
        await write.ExecuteNonQueryAsync(Cancelled);

        // A zero here would be invented: nobody has looked yet.
        Assert.DoesNotContain("sophia.projector.lag", Gauges(host));
        Assert.DoesNotContain("sophia.outbox.age", Gauges(host));
        await host.Get<DatabaseAges>().MeasureAsync(Cancelled);

        var seen = Gauges(host);
        Assert.True(seen["sophia.log.oldest_transaction.age"] > 0);
        Assert.True(seen["sophia.projector.lag"] > TimeSpan.FromDays(365).TotalSeconds);
        Assert.True(seen["sophia.outbox.age"] > TimeSpan.FromDays(365).TotalSeconds);
        Assert.InRange(seen["sophia.outbox.waiting"], 1, 10);
    }

    private static Dictionary<string, double> Gauges(DataHost host)
    {
        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.Equals(TelemetryNames.DataMeter, StringComparison.Ordinal) && ReferenceEquals(instrument.Meter.Scope, host.Get<IMeterFactory>()))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }
}
