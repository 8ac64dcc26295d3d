using System.Globalization;
using System.Text.Json.Nodes;

namespace Sophia.Tests.Dashboard.Telemetry;

/// <summary>Hand-made OTLP JSON.</summary>
internal static class Sample
{
    public const string Trace = "5b8efff798038103d269b633813fc60c";

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static JsonObject Process(string service, string? instance = null, string? version = null)
    {
        var attributes = new JsonArray(Attribute("service.name", service));
        if (instance is not null)
        {
            attributes.Add(Attribute("service.instance.id", instance));
        }

        if (version is not null)
        {
            attributes.Add(Attribute("service.version", version));
        }

        return new JsonObject { ["attributes"] = attributes };
    }

    public static JsonObject Spans(JsonObject process, params JsonObject[] spans) =>
        Request("resourceSpans", "scopeSpans", "spans", process, spans);

    public static JsonObject Logs(JsonObject process, params JsonObject[] records) =>
        Request("resourceLogs", "scopeLogs", "logRecords", process, records);

    public static JsonObject Measures(JsonObject process, params JsonObject[] metrics) =>
        Request("resourceMetrics", "scopeMetrics", "metrics", process, metrics);

    public static JsonObject Span(
        string name, string id, string? parent = null, string kind = "server", string trace = Trace, double ago = 5, double seconds = 1, bool failed = false,
        params JsonObject[] attributes)
    {
        var begin = Now.AddSeconds(-ago);
        var span = new JsonObject
        {
            ["traceId"] = trace,
            ["spanId"] = id,
            ["name"] = name,
            ["kind"] = kind switch { "internal" => 1, "server" => 2, "client" => 3, "producer" => 4, _ => 5 },
            ["startTimeUnixNano"] = Nanoseconds(begin),
            ["endTimeUnixNano"] = Nanoseconds(begin.AddSeconds(seconds)),
            ["attributes"] = new JsonArray([.. attributes]),
        };
        if (parent is not null)
        {
            span["parentSpanId"] = parent;
        }

        if (failed)
        {
            span["status"] = new JsonObject { ["code"] = 2, ["message"] = "it failed" };
        }

        return span;
    }

    public static JsonObject WithException(this JsonObject span, string type, string message, string stack)
    {
        span["events"] = new JsonArray(new JsonObject
        {
            ["name"] = "exception",
            ["timeUnixNano"] = span["endTimeUnixNano"]!.DeepClone(),
            ["attributes"] = new JsonArray(
                Attribute("exception.type", type), Attribute("exception.message", message), Attribute("exception.stacktrace", stack)),
        });
        return span;
    }

    public static JsonObject Log(
        string message, int severity = 9, double ago = 1, string? trace = null, string? span = null, params JsonObject[] attributes)
    {
        var record = new JsonObject
        {
            ["timeUnixNano"] = Nanoseconds(Now.AddSeconds(-ago)),
            ["severityNumber"] = severity,
            ["body"] = new JsonObject { ["stringValue"] = message },
            ["attributes"] = new JsonArray([.. attributes]),
        };
        if (trace is not null)
        {
            record["traceId"] = trace;
            record["spanId"] = span;
        }

        return record;
    }

    public static JsonObject Gauge(string name, params (DateTimeOffset Time, double Value)[] points) => new()
    {
        ["name"] = name,
        ["gauge"] = new JsonObject
        {
            ["dataPoints"] = new JsonArray([
                .. points.Select(static point => new JsonObject { ["timeUnixNano"] = Nanoseconds(point.Time), ["asDouble"] = point.Value }),
            ]),
        },
    };

    public static JsonObject Counter(string name, DateTimeOffset start, string route, params (DateTimeOffset Time, long Value)[] points) => new()
    {
        ["name"] = name,
        ["sum"] = new JsonObject
        {
            ["aggregationTemporality"] = 2,
            ["isMonotonic"] = true,
            ["dataPoints"] = new JsonArray([
                .. points.Select(point => new JsonObject
                {
                    ["startTimeUnixNano"] = Nanoseconds(start),
                    ["timeUnixNano"] = Nanoseconds(point.Time),
                    ["asInt"] = point.Value.ToString(CultureInfo.InvariantCulture),
                    ["attributes"] = new JsonArray(Attribute("route", route)),
                }),
            ]),
        },
    };

    public static JsonObject Attribute(string key, string value) => new() { ["key"] = key, ["value"] = new JsonObject { ["stringValue"] = value } };

    public static JsonObject Attribute(string key, long value) => new()
    {
        ["key"] = key,
        ["value"] = new JsonObject { ["intValue"] = value.ToString(CultureInfo.InvariantCulture) },
    };

    public static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Request(string resources, string scopes, string name, JsonObject process, JsonObject[] records) => new()
    {
        [resources] = new JsonArray(new JsonObject
        {
            ["resource"] = process,
            [scopes] = new JsonArray(new JsonObject { ["scope"] = new JsonObject { ["name"] = "Shop.Orders" }, [name] = new JsonArray([.. records]) }),
        }),
    };
}
