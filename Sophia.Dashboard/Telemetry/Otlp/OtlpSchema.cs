using static Sophia.Dashboard.Telemetry.Otlp.OtlpFieldType;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>
/// OTLP's messages with their published field numbers (opentelemetry-proto 1.x), for translating between protobuf and JSON.
/// </summary>
internal static class OtlpSchema
{
    private static readonly OtlpMessage s_anyValue = new(
        One(1, "stringValue", Utf8), One(2, "boolValue", Bool), One(3, "intValue", LongNumber), One(4, "doubleValue", OtlpFieldType.Double),
        One(5, "arrayValue", static () => s_arrayValue!), One(6, "kvlistValue", static () => s_keyValueList!), One(7, "bytesValue", Bytes));

    private static readonly OtlpMessage s_keyValue = new(One(1, "key", Utf8), One(2, "value", static () => s_anyValue));
    private static readonly OtlpMessage s_arrayValue = new(Many(1, "values", static () => s_anyValue));
    private static readonly OtlpMessage s_keyValueList = new(Many(1, "values", static () => s_keyValue));
    private static readonly OtlpMessage s_resource = new(Attributes(1), One(2, "droppedAttributesCount", Number));
    private static readonly OtlpMessage s_scope = new(One(1, "name", Utf8), One(2, "version", Utf8), Attributes(3), One(4, "droppedAttributesCount", Number));

    private static readonly OtlpMessage s_spanEvent = new(
        One(1, "timeUnixNano", Fixed64), One(2, "name", Utf8), Attributes(3), One(4, "droppedAttributesCount", Number));

    private static readonly OtlpMessage s_spanLink = new(
        One(1, "traceId", Id), One(2, "spanId", Id), One(3, "traceState", Utf8), Attributes(4), One(5, "droppedAttributesCount", Number),
        One(6, "flags", Fixed32));

    private static readonly OtlpMessage s_status = new(One(2, "message", Utf8), One(3, "code", Number));

    private static readonly OtlpMessage s_span = new(
        One(1, "traceId", Id), One(2, "spanId", Id), One(3, "traceState", Utf8), One(4, "parentSpanId", Id), One(5, "name", Utf8),
        One(6, "kind", Number), One(7, "startTimeUnixNano", Fixed64), One(8, "endTimeUnixNano", Fixed64), Attributes(9),
        One(10, "droppedAttributesCount", Number), Many(11, "events", static () => s_spanEvent), One(12, "droppedEventsCount", Number),
        Many(13, "links", static () => s_spanLink), One(14, "droppedLinksCount", Number), One(15, "status", static () => s_status),
        One(16, "flags", Fixed32));

    private static readonly OtlpMessage s_logRecord = new(
        One(1, "timeUnixNano", Fixed64), One(2, "severityNumber", Number), One(3, "severityText", Utf8), One(5, "body", static () => s_anyValue),
        Attributes(6), One(7, "droppedAttributesCount", Number), One(8, "flags", Fixed32), One(9, "traceId", Id), One(10, "spanId", Id),
        One(11, "observedTimeUnixNano", Fixed64), One(12, "eventName", Utf8));

    private static readonly OtlpMessage s_exemplar = new(
        One(2, "timeUnixNano", Fixed64), One(3, "asDouble", OtlpFieldType.Double), One(4, "spanId", Id), One(5, "traceId", Id), One(6, "asInt", Fixed64),
        Many(7, "filteredAttributes", static () => s_keyValue));

    private static readonly OtlpMessage s_numberPoint = new(
        One(2, "startTimeUnixNano", Fixed64), One(3, "timeUnixNano", Fixed64), One(4, "asDouble", OtlpFieldType.Double),
        Many(5, "exemplars", static () => s_exemplar), One(6, "asInt", Fixed64), Attributes(7), One(8, "flags", Number));

    private static readonly OtlpMessage s_histogramPoint = new(
        One(2, "startTimeUnixNano", Fixed64), One(3, "timeUnixNano", Fixed64), One(4, "count", Fixed64), One(5, "sum", OtlpFieldType.Double),
        Many(6, "bucketCounts", Fixed64), Many(7, "explicitBounds", OtlpFieldType.Double), Many(8, "exemplars", static () => s_exemplar),
        Attributes(9), One(10, "flags", Number), One(11, "min", OtlpFieldType.Double), One(12, "max", OtlpFieldType.Double));

    private static readonly OtlpMessage s_buckets = new(One(1, "offset", SignedNumber), Many(2, "bucketCounts", LongNumber));

    private static readonly OtlpMessage s_exponentialPoint = new(
        Attributes(1), One(2, "startTimeUnixNano", Fixed64), One(3, "timeUnixNano", Fixed64), One(4, "count", Fixed64),
        One(5, "sum", OtlpFieldType.Double), One(6, "scale", SignedNumber), One(7, "zeroCount", Fixed64), One(8, "positive", static () => s_buckets),
        One(9, "negative", static () => s_buckets), One(10, "flags", Number), Many(11, "exemplars", static () => s_exemplar),
        One(12, "min", OtlpFieldType.Double), One(13, "max", OtlpFieldType.Double), One(14, "zeroThreshold", OtlpFieldType.Double));

    private static readonly OtlpMessage s_quantile = new(One(1, "quantile", OtlpFieldType.Double), One(2, "value", OtlpFieldType.Double));

    private static readonly OtlpMessage s_summaryPoint = new(
        One(2, "startTimeUnixNano", Fixed64), One(3, "timeUnixNano", Fixed64), One(4, "count", Fixed64), One(5, "sum", OtlpFieldType.Double),
        Many(6, "quantileValues", static () => s_quantile), Attributes(7), One(8, "flags", Number));

    private static readonly OtlpMessage s_gauge = new(Many(1, "dataPoints", static () => s_numberPoint));
    private static readonly OtlpMessage s_sum = new(
        Many(1, "dataPoints", static () => s_numberPoint), One(2, "aggregationTemporality", Number), One(3, "isMonotonic", Bool));

    private static readonly OtlpMessage s_histogram = new(
        Many(1, "dataPoints", static () => s_histogramPoint), One(2, "aggregationTemporality", Number));

    private static readonly OtlpMessage s_exponential = new(
        Many(1, "dataPoints", static () => s_exponentialPoint), One(2, "aggregationTemporality", Number));

    private static readonly OtlpMessage s_summary = new(Many(1, "dataPoints", static () => s_summaryPoint));

    private static readonly OtlpMessage s_metric = new(
        One(1, "name", Utf8), One(2, "description", Utf8), One(3, "unit", Utf8), One(5, "gauge", static () => s_gauge),
        One(7, "sum", static () => s_sum), One(9, "histogram", static () => s_histogram),
        One(10, "exponentialHistogram", static () => s_exponential), One(11, "summary", static () => s_summary));

    private static readonly OtlpMessage s_scopeSpans = Scoped(2, "spans", static () => s_span);
    private static readonly OtlpMessage s_scopeLogs = Scoped(2, "logRecords", static () => s_logRecord);
    private static readonly OtlpMessage s_scopeMetrics = Scoped(2, "metrics", static () => s_metric);
    private static readonly OtlpMessage s_resourceSpans = ResourceScoped("scopeSpans", static () => s_scopeSpans);
    private static readonly OtlpMessage s_resourceLogs = ResourceScoped("scopeLogs", static () => s_scopeLogs);
    private static readonly OtlpMessage s_resourceMetrics = ResourceScoped("scopeMetrics", static () => s_scopeMetrics);

    /// <summary>A request of spans.</summary>
    public static OtlpMessage Traces { get; } = new(Many(1, "resourceSpans", static () => s_resourceSpans));

    /// <summary>A request of log records.</summary>
    public static OtlpMessage Logs { get; } = new(Many(1, "resourceLogs", static () => s_resourceLogs));

    /// <summary>A request of metrics.</summary>
    public static OtlpMessage Metrics { get; } = new(Many(1, "resourceMetrics", static () => s_resourceMetrics));

    private static OtlpMessage Scoped(int number, string name, Func<OtlpMessage> records) =>
        new(One(1, "scope", static () => s_scope), Many(number, name, records), One(3, "schemaUrl", Utf8));

    private static OtlpMessage ResourceScoped(string name, Func<OtlpMessage> scopes) =>
        new(One(1, "resource", static () => s_resource), Many(2, name, scopes), One(3, "schemaUrl", Utf8));

    private static OtlpField Attributes(int number) => Many(number, "attributes", static () => s_keyValue);

    private static OtlpField One(int number, string name, OtlpFieldType type) => new(number, name, type, Repeated: false, Message: null);

    private static OtlpField One(int number, string name, Func<OtlpMessage> message) => new(number, name, OtlpFieldType.Message, Repeated: false, message);

    private static OtlpField Many(int number, string name, OtlpFieldType type) => new(number, name, type, Repeated: true, Message: null);

    private static OtlpField Many(int number, string name, Func<OtlpMessage> message) => new(number, name, OtlpFieldType.Message, Repeated: true, message);
}
