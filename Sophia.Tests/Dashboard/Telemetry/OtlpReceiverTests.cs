using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sophia.Dashboard.Telemetry.Ingest;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class OtlpReceiverTests
{
    private const string Protobuf = "application/x-protobuf";
    private const string Json = "application/json";

    [Fact]
    public async Task What_is_hostile_is_refused_with_the_right_status_and_harms_nothing()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var bomb = Gzip(new byte[200_000_000]);
        Assert.True(bomb.Length < 1_000_000);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, "{\"resourceSpans\":[{"u8.ToArray(), Json));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, [0x0A, 0xFF], Protobuf));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, InvalidUtf8(), Protobuf));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, Gzip("{}"u8.ToArray())[..^5], Json, "gzip"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, "not packed"u8.ToArray(), Json, "gzip"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(dashboard, Nested(10_000), Json));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(dashboard, bomb, Protobuf, "gzip"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(dashboard, [.. Enumerable.Repeat(new byte[] { 0x0A, 0x04, 0x12, 0x02, 0x12, 0x00 }, 70_000).SelectMany(static part => part)], Protobuf, path: "/v1/logs"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(dashboard, "<a/>"u8.ToArray(), "text/xml"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(dashboard, [], Protobuf, "br"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(dashboard, [], Protobuf, path: "/v1/profiles"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(dashboard, [], Protobuf, path: "/api/telemetry/resources"));

        // All the same to whoever sends as he should.
        await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("GET /orders", "aaaaaaaaaaaaaaaa")));
        Assert.Single(await dashboard.ReadItemsAsync("spans"));
        Assert.Empty(await dashboard.ReadItemsAsync("logs"));
        Assert.Equal(0, dashboard.Get<IngestGate>().Bytes);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_refused_before_it_is_read_and_while_it_is_read()
    {
        await using var dashboard = await TestDashboard.StartAsync();

        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, dashboard.Otlp.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"""
            POST /v1/traces HTTP/1.1
            Host: {dashboard.Otlp.BaseAddress.Authority}
            Content-Type: {Protobuf}
            Content-Length: {100 << 20}
            x-otlp-api-key: {TestDashboard.Key}


            """.ReplaceLineEndings("\r\n")), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        // Without a stated length it is refused once it has become too large; a sender may see that as a closed connection.
        using var endless = new EndlessContent();
        endless.Headers.ContentType = new MediaTypeHeaderValue(Protobuf);
        try
        {
            using var answer = await dashboard.Otlp.PostAsync("/v1/traces", endless, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException closed)
        {
            Assert.IsType<IOException>(closed.InnerException);
        }

        await dashboard.AcceptAsync("traces", Spans(Process("api"), Span("GET /orders", "aaaaaaaaaaaaaaaa")));
        Assert.Equal(0, dashboard.Get<IngestGate>().Bytes);
    }

    [Fact]
    public async Task A_wrong_or_missing_key_is_refused()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        using var stranger = new HttpClient { BaseAddress = dashboard.Otlp.BaseAddress };

        using var without = await stranger.PostAsync("/v1/traces", new StringContent("{}", Encoding.UTF8, Json), TestContext.Current.CancellationToken);
        stranger.DefaultRequestHeaders.Add("x-otlp-api-key", TestDashboard.Key + "x");
        using var wrong = await stranger.PostAsync("/v1/traces", new StringContent("{}", Encoding.UTF8, Json), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_span_with_10000_attributes_is_refused_alone_and_the_sender_is_told()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var many = Enumerable.Range(0, 10_000).Select(static number => Attribute($"key{number}", number)).ToArray();

        using var answer = await dashboard.SendAsync(
            "traces", Spans(Process("api"), Span("GET /many", "aaaaaaaaaaaaaaaa", attributes: many), Span("GET /few", "bbbbbbbbbbbbbbbb")));
        using var alone = await dashboard.SendAsync("traces", Spans(Process("api"), Span("GET /many", "cccccccccccccccc", attributes: [.. many.Select(static attribute => (System.Text.Json.Nodes.JsonObject)attribute.DeepClone())])));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"rejectedSpans\":\"1\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, alone.StatusCode);
        Assert.Equal("GET /few", Assert.Single(await dashboard.ReadItemsAsync("spans")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Senders_are_asked_to_wait_when_there_is_no_room_for_their_request()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var gate = dashboard.Get<IngestGate>();
        Assert.True(gate.TryTake((int)gate.Bound));

        using var busy = await dashboard.SendAsync("traces", Spans(Process("api"), Span("GET /orders", "aaaaaaaaaaaaaaaa")));
        gate.GiveBack((int)gate.Bound);
        using var later = await dashboard.SendAsync("traces", Spans(Process("api"), Span("GET /orders", "aaaaaaaaaaaaaaaa")));

        Assert.Equal(HttpStatusCode.TooManyRequests, busy.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), busy.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        var limit = (await dashboard.ReadAsync("limits")).EnumerateArray().Single(static limit => limit.GetProperty("name").GetString() == "requests being received");
        Assert.Equal(1, limit.GetProperty("dropped").GetInt64());
    }

    private static async Task<HttpStatusCode> PostAsync(
        TestDashboard dashboard, byte[] body, string type, string? encoding = null, string path = "/v1/traces")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        using var answer = await dashboard.Otlp.PostAsync(path, content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    // A request with one span whose name is the byte C3 alone.
    private static byte[] InvalidUtf8() => [0x0A, 0x07, 0x12, 0x05, 0x12, 0x03, 0x2A, 0x01, 0xC3];

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Repeat("{\"resourceSpans\":[", depth)) + string.Concat(Enumerable.Repeat("]}", depth)));

    private sealed class EndlessContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = new byte[1 << 16];
            for (var i = 0; i < 1600; i++)
            {
                await stream.WriteAsync(part, TestContext.Current.CancellationToken);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
