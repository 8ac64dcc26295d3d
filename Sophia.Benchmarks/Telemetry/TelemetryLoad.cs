using System.Diagnostics;
using System.Net.Http.Headers;

namespace Sophia.Benchmarks.Telemetry;

/// <summary>Sends 5,000 spans, 5,000 log records and 20,000 metric points a second, at the pace of the clock, and counts what became of them.</summary>
internal sealed class TelemetryLoad(HttpClient receiver)
{
    private static readonly TimeSpan s_recordPace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_metricPace = TimeSpan.FromMilliseconds(1000.0 / TelemetryRequests.Processes);
    private readonly TelemetryRequests _requests = new();
    private byte[]? _marker;
    private long _sent;
    private long _refused;

    /// <summary>Requests that were taken in full.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Requests that were refused, in full or in part.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>The longest that a sender was behind its pace.</summary>
    public TimeSpan MostBehind { get; private set; }

    /// <summary>How long receiving a request took.</summary>
    public List<TimeSpan> Answers { get; } = [];

    /// <summary>Puts a trace into the next request of spans.</summary>
    /// <param name="trace">Its id.</param>
    public void Mark(byte[] trace) => Interlocked.Exchange(ref _marker, trace);

    /// <summary>Sends for a time.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>When the time is over.</returns>
    public Task RunAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.WhenAll(
        PaceAsync("/v1/traces", s_recordPace, duration, _ => _requests.Spans(Now(), Interlocked.Exchange(ref _marker, null)), cancellationToken),
        PaceAsync("/v1/logs", s_recordPace, duration, _ => _requests.Logs(Now()), cancellationToken),
        PaceAsync(
            "/v1/metrics", s_metricPace, duration,
            number => _requests.Metrics(Now(), number % TelemetryRequests.Processes, number / TelemetryRequests.Processes), cancellationToken));

    private async Task PaceAsync(string path, TimeSpan pace, TimeSpan duration, Func<int, byte[]> request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; pace * number < duration; number++)
        {
            var early = (pace * number) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, cancellationToken);
            }

            var body = new ByteArrayContent(request(number));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
            var asked = Stopwatch.GetTimestamp();
            using var answer = await receiver.PostAsync(path, body, cancellationToken);
            // An empty answer says that all was taken.
            var taken = answer.IsSuccessStatusCode && (await answer.Content.ReadAsByteArrayAsync(cancellationToken)).Length == 0;
            Interlocked.Increment(ref taken ? ref _sent : ref _refused);
            lock (Answers)
            {
                Answers.Add(Stopwatch.GetElapsedTime(asked));
                MostBehind = -early > MostBehind ? -early : MostBehind;
            }
        }
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
