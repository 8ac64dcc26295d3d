using System.Globalization;
using System.Text.Json.Nodes;

namespace Sophia.Tests.Dashboard;

/// <summary>A minute of a small system: requests of which some fail, a conversation with a model, log records, a histogram.</summary>
internal static class SampleTelemetry
{
    public const string FailedTrace = "0af7651916cd43dd8448eb211c80319c";

    public static async Task SendAsync(DashboardProcess dashboard)
    {
        var now = TimeProvider.System.GetUtcNow();
        await dashboard.SendAsync("traces", Wrap("resourceSpans", "scopeSpans", "spans", "web",
        [
            Span(FailedTrace, "00f067aa0ba902b7", null, "GET /deals", 2, now.AddSeconds(-20), 400, failed: true),
            .. Enumerable.Range(1, 30).Select(number => Span($"{number:x32}", $"{number:x16}", null, "GET /deals", 2, now.AddSeconds(-number), 20 + number, failed: false)),
        ]));
        await dashboard.SendAsync("traces", Wrap("resourceSpans", "scopeSpans", "spans", "api",
        [
            Span(FailedTrace, "b7ad6b7169203331", "00f067aa0ba902b7", "GET /api/v1/deals", 2, now.AddSeconds(-19.9), 300, failed: true),
            Span(FailedTrace, "c7ad6b7169203332", "b7ad6b7169203331", "SELECT", 3, now.AddSeconds(-19.8), 200, failed: true,
                ("db.system.name", "postgresql"), ("db.query.text", "SELECT id FROM deal WHERE stage = $1"), ("server.address", "postgres")),
        ]));
        await dashboard.SendAsync("traces", Wrap("resourceSpans", "scopeSpans", "spans", "agents",
        [
            Span("000000000000000000000000000000aa", "00000000000000aa", null, "chat gpt-5-mini", 3, now.AddSeconds(-15), 900, failed: false,
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.response.model", "gpt-5-mini"),
                ("gen_ai.conversation.id", "conversation-1"), ("gen_ai.usage.input_tokens", "812"),
                ("gen_ai.input.messages", """[{"role":"user","parts":[{"type":"text","content":"Why did revenue fall?"}]}]""")),
        ]));
        await dashboard.SendAsync("logs", Wrap("resourceLogs", "scopeLogs", "logRecords", "api",
        [
            .. Enumerable.Range(1, 40).Select(number => new JsonObject
            {
                ["timeUnixNano"] = Nanoseconds(now.AddSeconds(-number)),
                ["severityNumber"] = number % 10 == 0 ? 17 : number % 5 == 0 ? 13 : 9,
                ["body"] = new JsonObject { ["stringValue"] = $"Answered {number} points" },
                ["attributes"] = Attributes(("Route", "/deals")),
                ["traceId"] = FailedTrace,
                ["spanId"] = "b7ad6b7169203331",
            }),
        ]));
        await dashboard.SendAsync("metrics", Wrap("resourceMetrics", "scopeMetrics", "metrics", "api",
        [
            new JsonObject
            {
                ["name"] = "http.server.request.duration",
                ["unit"] = "s",
                ["histogram"] = new JsonObject
                {
                    ["aggregationTemporality"] = 2,
                    ["dataPoints"] = new JsonArray([.. Enumerable.Range(0, 12).Select(step => new JsonObject
                    {
                        ["attributes"] = Attributes(("http.route", "/deals")),
                        ["startTimeUnixNano"] = Nanoseconds(now.AddSeconds(-120)),
                        ["timeUnixNano"] = Nanoseconds(now.AddSeconds((step * 5) - 60)),
                        ["count"] = (10 * (step + 1)).ToString(CultureInfo.InvariantCulture),
                        ["sum"] = 0.5 * (step + 1),
                        ["bucketCounts"] = new JsonArray((6 * (step + 1)).ToString(CultureInfo.InvariantCulture), (3 * (step + 1)).ToString(CultureInfo.InvariantCulture), (step + 1).ToString(CultureInfo.InvariantCulture)),
                        ["explicitBounds"] = new JsonArray(0.05, 0.5),
                    })]),
                },
            },
        ]));
    }

    public static JsonObject Wrap(string resources, string scopes, string records, string service, JsonNode[] items) => new()
    {
        [resources] = new JsonArray(new JsonObject
        {
            ["resource"] = new JsonObject { ["attributes"] = Attributes(("service.name", service), ("service.instance.id", service + "-1")) },
            [scopes] = new JsonArray(new JsonObject { ["scope"] = new JsonObject { ["name"] = "Sophia.Sample" }, [records] = new JsonArray(items) }),
        }),
    };

    public static JsonObject Span(
        string trace, string span, string? parent, string name, int kind, DateTimeOffset start, double milliseconds, bool failed,
        params (string Key, string Value)[] attributes) => new()
    {
        ["traceId"] = trace,
        ["spanId"] = span,
        ["parentSpanId"] = parent ?? "",
        ["name"] = name,
        ["kind"] = kind,
        ["startTimeUnixNano"] = Nanoseconds(start),
        ["endTimeUnixNano"] = Nanoseconds(start.AddMilliseconds(milliseconds)),
        ["attributes"] = Attributes(attributes),
        ["status"] = new JsonObject { ["code"] = failed ? 2 : 0 },
    };

    private static JsonArray Attributes(params (string Key, string Value)[] attributes) =>
        new([.. attributes.Select(static one => new JsonObject { ["key"] = one.Key, ["value"] = new JsonObject { ["stringValue"] = one.Value } })]);

    private static string Nanoseconds(DateTimeOffset moment) => $"{moment.ToUnixTimeMilliseconds()}000000";
}
