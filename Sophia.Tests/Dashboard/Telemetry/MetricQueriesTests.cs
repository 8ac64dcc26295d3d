using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Sophia.Dashboard.Telemetry.Metrics;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class MetricQueriesTests
{
    private static readonly DateTimeOffset s_from = new(Now.AddMinutes(-10).Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    [Fact]
    public async Task A_counter_shows_its_rate_also_over_a_restart_of_its_process()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("metrics", Measures(
            Process("api"), Counter("orders", s_from.AddMinutes(-1), "/a", (s_from, 100), (s_from.AddSeconds(60), 160))));
        await dashboard.AcceptAsync("metrics", Measures(
            Process("api"), Counter("orders", s_from.AddSeconds(90), "/a", (s_from.AddSeconds(120), 30), (s_from.AddSeconds(180), 90))));

        // 60 in the first minute; in the second nothing until the new process counted 30; 60 in the third.
        Assert.Equal([1.0, 0.5, 1.0, null], await ValuesAsync(dashboard, "orders", 4));
    }

    [Fact]
    public async Task Series_are_added_up_filtered_and_told_apart()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("metrics", Measures(
            Process("api", "i1"), Counter("orders", s_from, "/a", (s_from.AddSeconds(60), 60)), Counter("orders", s_from, "/b", (s_from.AddSeconds(60), 120))));
        await dashboard.AcceptAsync("metrics", Measures(Process("api", "i2"), Counter("orders", s_from, "/a", (s_from.AddSeconds(60), 240))));

        Assert.Equal([7.0], await ValuesAsync(dashboard, "orders", 1));
        Assert.Equal([5.0], await ValuesAsync(dashboard, "orders", 1, "&filter=route=/a"));
        Assert.Equal([4.0], await ValuesAsync(dashboard, "orders", 1, "&filter=instance=i2"));
        Assert.Equal([3.0], await ValuesAsync(dashboard, "orders", 1, resource: "api/i1"));
        var lines = (await PointsAsync(dashboard, "orders", 1, "&groupBy=route")).GetProperty("lines").EnumerateArray();
        Assert.Equal(["/a 5", "/b 2"], lines.Select(static line =>
            $"{line.GetProperty("labels")[0].GetProperty("value").GetString()} {line.GetProperty("points")[0].GetProperty("value").GetDouble()}"), StringComparer.Ordinal);
        Assert.Equal(3, (await PointsAsync(dashboard, "orders", 1, "&groupBy=*")).GetProperty("lines").GetArrayLength());
        var dimensions = await dashboard.ReadAsync("metrics/dimensions?resource=api&meter=Shop.Orders&instrument=orders");
        Assert.Equal("""["instance: i1 i2","route: /a /b"]""", JsonSerializer.Serialize(dimensions.EnumerateArray().Select(static dimension =>
            $"{dimension.GetProperty("name").GetString()}: {string.Join(' ', dimension.GetProperty("values").EnumerateArray().Select(static value => value.GetString()))}")));
    }

    [Fact]
    public async Task A_gauge_stands_until_its_next_point_and_silence_is_no_data()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("metrics", Measures(Process("api"), Gauge(
            "depth", (s_from, 10), (s_from.AddSeconds(30), 20), (s_from.AddSeconds(90), 40), (s_from.AddSeconds(480), 5))));

        Assert.Equal([15.0, 20.0, null, null, null, null, null, null, 5.0], await ValuesAsync(dashboard, "depth", 9));
    }

    [Fact]
    public async Task A_histogram_shows_percentiles_and_exemplars_that_lead_to_traces()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("metrics", Measures(Process("api"), Histogram(s_from, s_from.AddSeconds(60), 50, 40, 10)));

        var answer = await PointsAsync(dashboard, "duration", 1);

        var point = answer.GetProperty("lines")[0].GetProperty("points")[0];
        Assert.Equal(100, point.GetProperty("count").GetInt64());
        Assert.Equal(0.5, point.GetProperty("value").GetDouble(), 6);
        // 50 below 0.1, 40 between 0.1 and 1: the median ends the first bucket, the 90th percentile the second.
        Assert.Equal(0.1, point.GetProperty("p50").GetDouble(), 6);
        Assert.Equal(1.0, point.GetProperty("p90").GetDouble(), 6);
        Assert.Equal(1.0, point.GetProperty("p99").GetDouble(), 6);
        var exemplar = Assert.Single(answer.GetProperty("exemplars").EnumerateArray());
        Assert.Equal((Trace, 0.7), (exemplar.GetProperty("traceId").GetString(), exemplar.GetProperty("value").GetDouble()));
    }

    [Fact]
    public async Task Exponential_histograms_are_read_like_the_others()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        // Scale 0: bucket 0 ends at 2, bucket 1 at 4.
        var point = new JsonObject
        {
            ["startTimeUnixNano"] = Nanoseconds(s_from),
            ["timeUnixNano"] = Nanoseconds(s_from.AddSeconds(60)),
            ["count"] = "4",
            ["sum"] = 10,
            ["scale"] = 0,
            ["zeroCount"] = "0",
            ["positive"] = new JsonObject { ["offset"] = 0, ["bucketCounts"] = new JsonArray("2", "2") },
        };
        await dashboard.AcceptAsync("metrics", Measures(Process("api"), new JsonObject
        {
            ["name"] = "size",
            ["exponentialHistogram"] = new JsonObject { ["aggregationTemporality"] = 2, ["dataPoints"] = new JsonArray(point) },
        }));

        var read = (await PointsAsync(dashboard, "size", 1)).GetProperty("lines")[0].GetProperty("points")[0];

        Assert.Equal((4, 2.5), (read.GetProperty("count").GetInt64(), read.GetProperty("value").GetDouble()));
        Assert.Equal(2.0, read.GetProperty("p50").GetDouble(), 6);
        Assert.InRange(read.GetProperty("p99").GetDouble(), 3.36, 4.0);
    }

    [Fact]
    public async Task Series_beyond_the_bound_are_refused_and_the_sender_is_told()
    {
        await using var dashboard = await TestDashboard.StartAsync(settings: ("Telemetry:MaximumSeries", "100"));

        using var answer = await dashboard.SendAsync("metrics", Measures(
            Process("api"), [.. Enumerable.Range(0, 130).Select(static number => Counter("orders", s_from, $"/{number}", (s_from.AddSeconds(60), 1)))]));

        Assert.Contains("\"rejectedDataPoints\":\"30\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(100, (await dashboard.ReadAsync("metrics"))[0].GetProperty("series").GetInt32());
    }

    [Fact]
    public void A_day_of_points_seals_into_blocks_whose_rollups_answer_when_single_points_are_gone()
    {
        var folder = Directory.CreateTempSubdirectory("sophia-metrics-");
        try
        {
            var clock = new FakeTimeProvider(s_from);
            var resources = new Sophia.Dashboard.Telemetry.Resources.ResourceTable(10, clock);
            using var store = new MetricStore(folder.FullName, 8 << 20, 100, resources, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            for (var minute = 0; minute < 30; minute++)
            {
                store.Append(
                    Sophia.Dashboard.Telemetry.Otlp.OtlpJsonReader.ToProtobuf(
                        System.Text.Encoding.UTF8.GetBytes(Measures(
                            Process("api"),
                            Counter("orders", s_from, "/a", [.. Enumerable.Range(1, 60).Select(second => (s_from.AddSeconds((minute * 60) + second), ((minute * 60L) + second) * 2))])).ToJsonString()),
                        Sophia.Dashboard.Telemetry.Otlp.OtlpSchema.Metrics),
                    0, new DecodedPoints());
                clock.Advance(TimeSpan.FromMinutes(1));
            }

            store.SealWhenDue();
            store.Dispose();
            Assert.NotEmpty(Directory.EnumerateFiles(folder.FullName, "metrics-*.block"));
            foreach (var block in Directory.EnumerateFiles(folder.FullName, "metrics-*.block"))
            {
                // As when the bound is reached.
                File.Delete(block);
            }

            using var later = new MetricStore(folder.FullName, 8 << 20, 100, resources, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            var series = Assert.Single(later.SeriesOf(Assert.Single(later.Instruments())));
            var steps = new SeriesSteps(s_from.ToUnixTimeMilliseconds(), 300_000, 4, 0);
            steps.Add(Assert.Single(later.Read([series], s_from.ToUnixTimeMilliseconds(), s_from.AddMinutes(20).ToUnixTimeMilliseconds(), TestContext.Current.CancellationToken)), []);
            Assert.Equal([600.0, 600.0, 600.0, 600.0], steps.Sums.ToArray().Select(static sum => Math.Round(sum, 6)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Histogram(DateTimeOffset start, DateTimeOffset time, params int[] counts) => new()
    {
        ["name"] = "duration",
        ["unit"] = "s",
        ["histogram"] = new JsonObject
        {
            ["aggregationTemporality"] = 2,
            ["dataPoints"] = new JsonArray(new JsonObject
            {
                ["startTimeUnixNano"] = Nanoseconds(start),
                ["timeUnixNano"] = Nanoseconds(time),
                ["count"] = counts.Sum().ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["sum"] = 50,
                ["bucketCounts"] = new JsonArray([.. counts.Select(static count => JsonValue.Create(count.ToString(System.Globalization.CultureInfo.InvariantCulture)))]),
                ["explicitBounds"] = new JsonArray(0.1, 1.0),
                ["exemplars"] = new JsonArray(new JsonObject { ["timeUnixNano"] = Nanoseconds(time.AddSeconds(-1)), ["asDouble"] = 0.7, ["traceId"] = Trace, ["spanId"] = "aaaaaaaaaaaaaaaa" }),
            }),
        },
    };

    private static async Task<double?[]> ValuesAsync(TestDashboard dashboard, string instrument, int minutes, string more = "", string resource = "api") =>
    [
        .. (await PointsAsync(dashboard, instrument, minutes, more, resource)).GetProperty("lines")[0].GetProperty("points").EnumerateArray()
            .Select(static point => point.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? Math.Round(value.GetDouble(), 6) : (double?)null),
    ];

    private static Task<JsonElement> PointsAsync(TestDashboard dashboard, string instrument, int minutes, string more = "", string resource = "api") => dashboard.ReadAsync(
        $"metrics/points?resource={Uri.EscapeDataString(resource)}&meter=Shop.Orders&instrument={instrument}&step=60&from={Time(s_from)}&to={Time(s_from.AddMinutes(minutes))}{more}");

    private static string Time(DateTimeOffset time) => Uri.EscapeDataString(time.ToString("O"));
}
