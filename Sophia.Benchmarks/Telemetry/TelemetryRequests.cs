using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Benchmarks.Telemetry;

/// <summary>Makes requests like those of a busy system: five services, traces of five spans, series that move.</summary>
internal sealed class TelemetryRequests
{
    /// <summary>How many processes report metrics.</summary>
    public const int Processes = 20;

    /// <summary>How many series each has.</summary>
    public const int SeriesOfProcess = 1_000;

    private const int RecordsInRequest = 500;
    private const int SpansInTrace = 5;
    private static readonly string[] s_services = ["web", "api", "agents", "billing", "search"];
    private static readonly double[] s_bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    private readonly Random _random = new(7);
    private long _spans;
    private long _logs;

    /// <summary>A request of 500 spans.</summary>
    /// <param name="now">The time.</param>
    /// <param name="marker">A trace to put in; none where it is empty.</param>
    /// <returns>The request in protobuf.</returns>
    public byte[] Spans(DateTimeOffset now, ReadOnlySpan<byte> marker)
    {
        var scoped = Scope("Shop.Requests");
        Span<byte> trace = stackalloc byte[16];
        for (var i = 0; i < RecordsInRequest; i++)
        {
            var number = _spans++;
            var place = (int)(number % SpansInTrace);
            BinaryPrimitives.WriteUInt64BigEndian(trace, 0x5b8efff798038103);
            BinaryPrimitives.WriteInt64BigEndian(trace[8..], (number / SpansInTrace) + 1);
            scoped.Bytes(2, Span(now, i == 0 && !marker.IsEmpty ? marker : trace, number, place).Written);
        }

        return Request(s_services[_spans / RecordsInRequest % s_services.Length], "1", scoped);
    }

    /// <summary>A request of 500 log records.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The request in protobuf.</returns>
    public byte[] Logs(DateTimeOffset now)
    {
        var scoped = Scope("Shop.Orders.OrderService");
        Span<byte> trace = stackalloc byte[16];
        for (var i = 0; i < RecordsInRequest; i++)
        {
            var number = _logs++;
            var record = new ProtoWriter();
            record.Fixed64(1, Nanoseconds(now));
            record.UInt64(2, number % 100 == 0 ? 17UL : 9);
            record.Bytes(5, Text(1, string.Create(CultureInfo.InvariantCulture, $"Order {number} of customer {number % 977} was placed in {_random.Next(5, 900)} ms")).Written);
            Attribute(record, 6, "{OriginalFormat}", "Order {OrderId} of customer {CustomerId} was placed in {Elapsed} ms");
            Attribute(record, 6, "OrderId", number.ToString(CultureInfo.InvariantCulture));
            Attribute(record, 6, "CustomerId", (number % 977).ToString(CultureInfo.InvariantCulture));
            BinaryPrimitives.WriteUInt64BigEndian(trace, 0x5b8efff798038103);
            BinaryPrimitives.WriteInt64BigEndian(trace[8..], (number / SpansInTrace) + 1);
            record.Bytes(9, trace);
            record.Bytes(10, trace[8..]);
            scoped.Bytes(2, record.Written);
        }

        return Request(s_services[_logs / RecordsInRequest % s_services.Length], "1", scoped);
    }

    /// <summary>A request with a point of each of a process's series: a tenth histograms, three tenths gauges, else counters.</summary>
    /// <param name="now">The time.</param>
    /// <param name="process">The process's number.</param>
    /// <param name="round">How often it has reported.</param>
    /// <returns>The request in protobuf.</returns>
    public byte[] Metrics(DateTimeOffset now, int process, int round)
    {
        const int Instruments = 100;
        var scoped = Scope("Shop.Measures");
        for (var i = 0; i < Instruments; i++)
        {
            var data = new ProtoWriter();
            for (var series = 0; series < SeriesOfProcess / Instruments; series++)
            {
                data.Bytes(1, Point(now, i, series, round).Written);
            }

            var metric = Text(1, string.Create(CultureInfo.InvariantCulture, $"shop.measure.{i}"));
            var kind = i % 10 == 0 ? 9 : i % 10 < 4 ? 5 : 7;
            if (kind != 5)
            {
                data.UInt64(2, 2);
            }

            if (kind == 7)
            {
                data.UInt64(3, 1);
            }

            metric.Bytes(kind, data.Written);
            scoped.Bytes(2, metric.Written);
        }

        return Request("metered", process.ToString(CultureInfo.InvariantCulture), scoped);
    }

    private ProtoWriter Span(DateTimeOffset now, ReadOnlySpan<byte> trace, long number, int place)
    {
        Span<byte> id = stackalloc byte[8];
        var span = new ProtoWriter();
        span.Bytes(1, trace);
        BinaryPrimitives.WriteInt64BigEndian(id, number + 1);
        span.Bytes(2, id);
        if (place > 0)
        {
            BinaryPrimitives.WriteInt64BigEndian(id, number);
            span.Bytes(4, id);
        }

        var (kind, endpoint) = (place switch { 0 => 2, 1 => 1, 2 => 3, 3 => 2, _ => 3 }, (int)(number / SpansInTrace % 40));
        span.Text(5, place == 4 ? "SELECT orders" : string.Create(CultureInfo.InvariantCulture, $"GET /shop/{endpoint}/orders"));
        span.UInt64(6, (ulong)kind);
        span.Fixed64(7, Nanoseconds(now) - 1_000_000_000);
        span.Fixed64(8, Nanoseconds(now) - 1_000_000_000 + (ulong)_random.Next(100_000, 900_000_000));
        if (place == 4)
        {
            Attribute(span, 9, "db.system.name", "postgresql");
            Attribute(span, 9, "db.namespace", "shop");
            Attribute(span, 9, "db.query.text", "SELECT id, placed_at, total FROM orders WHERE customer = $1 ORDER BY placed_at DESC LIMIT 50");
        }
        else
        {
            Attribute(span, 9, "http.request.method", "GET");
            Attribute(span, 9, "http.route", "/shop/{id}/orders");
            Attribute(span, 9, "url.path", string.Create(CultureInfo.InvariantCulture, $"/shop/{endpoint}/orders"));
            Attribute(span, 9, "http.response.status_code", number % 200 == 0 ? "500" : "200");
            Attribute(span, 9, "network.protocol.version", "1.1");
        }

        Attribute(span, 9, "server.address", "shop.internal");
        Attribute(span, 9, "customer", (number % 977).ToString(CultureInfo.InvariantCulture));
        if (number % 200 == 0)
        {
            var status = new ProtoWriter();
            status.UInt64(3, 2);
            span.Bytes(15, status.Written);
        }

        return span;
    }

    private ProtoWriter Point(DateTimeOffset now, int instrument, int series, int round)
    {
        var point = new ProtoWriter();
        point.Fixed64(3, Nanoseconds(now));
        var form = instrument % 10;
        var label = string.Create(CultureInfo.InvariantCulture, $"/route/{series}");
        if (form == 0)
        {
            var counts = new ulong[s_bounds.Length + 1];
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = (ulong)(round * ((i + series) % 4));
            }

            point.Fixed64(4, (ulong)counts.Sum(static count => (long)count));
            point.Fixed64(5, BitConverter.DoubleToUInt64Bits(round * 0.37));
            point.Bytes(6, MemoryMarshal.AsBytes(counts.AsSpan()));
            point.Bytes(7, MemoryMarshal.AsBytes(s_bounds.AsSpan()));
            Attribute(point, 9, "route", label);
        }
        else if (form < 4)
        {
            point.Fixed64(4, BitConverter.DoubleToUInt64Bits(_random.NextDouble() * 100));
            Attribute(point, 7, "route", label);
        }
        else
        {
            point.Fixed64(6, (ulong)(round * (series + 3)));
            Attribute(point, 7, "route", label);
        }

        return point;
    }

    private static byte[] Request(string service, string instance, ProtoWriter scoped)
    {
        var resource = new ProtoWriter();
        Attribute(resource, 1, "service.name", service);
        Attribute(resource, 1, "service.instance.id", instance);
        Attribute(resource, 1, "telemetry.sdk.name", "opentelemetry");
        var resourced = new ProtoWriter();
        resourced.Bytes(1, resource.Written);
        resourced.Bytes(2, scoped.Written);
        var request = new ProtoWriter();
        request.Bytes(1, resourced.Written);
        return request.Written.ToArray();
    }

    private static ProtoWriter Scope(string name)
    {
        var scoped = new ProtoWriter();
        scoped.Bytes(1, Text(1, name).Written);
        return scoped;
    }

    private static void Attribute(ProtoWriter writer, int field, string key, string value)
    {
        var pair = Text(1, key);
        pair.Bytes(2, Text(1, value).Written);
        writer.Bytes(field, pair.Written);
    }

    private static ProtoWriter Text(int field, string text)
    {
        var writer = new ProtoWriter();
        writer.Text(field, text);
        return writer;
    }

    private static ulong Nanoseconds(DateTimeOffset time) => (ulong)(time - DateTimeOffset.UnixEpoch).Ticks * 100;
}
