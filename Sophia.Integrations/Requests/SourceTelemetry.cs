using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sophia.Core.Telemetry;

namespace Sophia.Integrations.Requests;

/// <summary>What is measured of the calls to source systems; every measurement names the system.</summary>
internal static class SourceTelemetry
{
    private static readonly Meter s_meter = new(TelemetryNames.IntegrationsMeter);
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "sophia.source.request.duration", "s", "Calls to a source system until the answer is read, each attempt by itself.");

    private static readonly Histogram<double> s_limitWait = s_meter.CreateHistogram<double>(
        "sophia.source.limit.wait", "s", "Waiting for a source system's rate limit; calls that need not wait are not counted.");

    /// <summary>Counts an attempt.</summary>
    /// <param name="source">What people call the source.</param>
    /// <param name="duration">Until the answer was read or did not come.</param>
    /// <param name="status">The answer's status; null where none came.</param>
    public static void Called(string source, TimeSpan duration, int? status)
    {
        var tags = new TagList { { "source", source } };
        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }
        else
        {
            tags.Add("error.type", "no_answer");
        }

        s_duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Counts a wait for the source's limit.</summary>
    /// <param name="source">What people call the source.</param>
    /// <param name="duration">How long; zero is not counted.</param>
    public static void Waited(string source, TimeSpan duration)
    {
        if (duration > TimeSpan.Zero)
        {
            s_limitWait.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("source", source));
        }
    }
}
