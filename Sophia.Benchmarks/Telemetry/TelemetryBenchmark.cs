using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Sophia.Benchmarks.Telemetry;

/// <summary>
/// The dashboard on one processor: the load of a busy system, questions and somebody at the pages meanwhile, how soon a span is seen, and then killed,
/// started again and left alone.
/// </summary>
internal static class TelemetryBenchmark
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_questionPace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_seeingPace = TimeSpan.FromSeconds(1);

    // What the pages ask while somebody looks at them.
    private static readonly string[] s_questions =
    [
        "traces?limit=100", "traces?limit=50&hasError=true", "logs?limit=200", "logs?limit=200&severity=Error", "logs?limit=50&search=customer 312",
        "spans?limit=50&filter=http.response.status_code=500", "services", "services/map", "services/heatmap?service=api", "errors", "resources", "metrics",
        "metrics/points?resource=metered&meter=Shop.Measures&instrument=shop.measure.10", "search?search=order",
    ];

    /// <param name="arguments">How many seconds the load lasts; 300 where that is not given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var duration = arguments is [var seconds, ..] ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : s_usual;
        var folder = Directory.CreateTempSubdirectory("sophia-telemetry-").FullName;
        try
        {
            long before;
            using (var dashboard = await DashboardProcess.StartAsync(folder, cancellationToken))
            {
                await LoadAsync(dashboard, duration, cancellationToken);
                before = await KeptAsync(dashboard, cancellationToken);
                dashboard.Kill();
            }

            await RestartAsync(folder, before, cancellationToken);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LoadAsync(DashboardProcess dashboard, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = new TelemetryLoad(dashboard.Otlp);
        var began = Stopwatch.GetTimestamp();
        var processor = dashboard.ProcessorTime;
        var sending = load.RunAsync(duration, cancellationToken);
        var asking = AskAsync(dashboard, stop.Token);
        var seeing = SeeAsync(dashboard, load, stop.Token);
        var looking = RenderedPages.LookAsync(dashboard, stop.Token);
        await sending;
        var elapsed = Stopwatch.GetElapsedTime(began);
        var share = (dashboard.ProcessorTime - processor) / elapsed;
        await stop.CancelAsync();
        var (byQuestion, seen, drawn) = (await asking, await seeing, await looking);
        Print($"load for {elapsed.TotalSeconds:0} s: {load.Sent} requests taken, {load.Refused} refused, senders at most {load.MostBehind.TotalMilliseconds:0} ms behind");
        Print($"receiving a request:   {new LatencySummary(load.Answers)}");
        Print($"processor:             {share:P0} of one, peak memory {dashboard.PeakMegabytes:0} MB, at the end {dashboard.Megabytes:0} MB");
        Print($"a span is seen after:  {new LatencySummary(seen)}");
        Print($"all questions:         {new LatencySummary(byQuestion.SelectMany(static pair => pair.Value))}");
        foreach (var (question, times) in byQuestion)
        {
            Print($"  {question,-80} {new LatencySummary(times)}");
        }

        Print($"click to drawn rows:   {new LatencySummary(drawn.SelectMany(static pair => pair.Value))}");
        foreach (var (page, times) in drawn)
        {
            Print($"  {page,-80} {new LatencySummary(times)}");
        }

        foreach (var limit in (await ReadAsync(dashboard, "limits", cancellationToken)).EnumerateArray())
        {
            Print($"  {limit.GetProperty("name").GetString(),-34} {limit.GetProperty("used").GetInt64(),12} of {limit.GetProperty("bound").GetInt64(),12}, dropped {limit.GetProperty("dropped").GetInt64()}");
        }
    }

    private static async Task RestartAsync(string folder, long before, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var dashboard = await DashboardProcess.StartAsync(folder, cancellationToken);
        var answering = Stopwatch.GetElapsedTime(began);
        while (await KeptAsync(dashboard, cancellationToken) is var kept && kept < before && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50, cancellationToken);
        }

        Print($"killed and started:    answering after {answering.TotalSeconds:0.0} s, {await KeptAsync(dashboard, cancellationToken)} of {before} records after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        var processor = dashboard.ProcessorTime;
        await Task.Delay(s_idle, cancellationToken);
        Print($"idle with full store:  {(dashboard.ProcessorTime - processor) / s_idle:P1} of a processor, {dashboard.Megabytes:0} MB");
    }

    private static async Task<Dictionary<string, List<TimeSpan>>> AskAsync(DashboardProcess dashboard, CancellationToken cancellationToken)
    {
        var times = s_questions.ToDictionary(static question => question, static _ => new List<TimeSpan>(), StringComparer.Ordinal);
        // By the clock, so that slow answers do not make for fewer questions.
        using var pace = new PeriodicTimer(s_questionPace);
        try
        {
            for (var number = 0; ; number++)
            {
                var question = s_questions[number % s_questions.Length];
                var asked = Stopwatch.GetTimestamp();
                using var answer = await dashboard.Api.GetAsync("/api/telemetry/" + question, cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                times[question].Add(Stopwatch.GetElapsedTime(asked));
                await pace.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return times.Where(static pair => pair.Value.Count > 0).ToDictionary(StringComparer.Ordinal);
        }
    }

    private static async Task<List<TimeSpan>> SeeAsync(DashboardProcess dashboard, TelemetryLoad load, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>();
        using var pace = new PeriodicTimer(s_seeingPace);
        try
        {
            while (true)
            {
                var trace = RandomNumberGenerator.GetBytes(16);
                var began = Stopwatch.GetTimestamp();
                load.Mark(trace);
                while ((await ReadAsync(dashboard, $"spans?limit=1&traceId={Convert.ToHexStringLower(trace)}", cancellationToken)).GetProperty("items").GetArrayLength() == 0)
                {
                    await Task.Delay(10, cancellationToken);
                }

                times.Add(Stopwatch.GetElapsedTime(began));
                await pace.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return times;
        }
    }

    private static async Task<long> KeptAsync(DashboardProcess dashboard, CancellationToken cancellationToken) =>
        (await ReadAsync(dashboard, "limits", cancellationToken)).EnumerateArray()
            .Where(static limit => limit.GetProperty("unit").GetString() == "records").Sum(static limit => limit.GetProperty("used").GetInt64());

    private static async Task<JsonElement> ReadAsync(DashboardProcess dashboard, string path, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await dashboard.Api.GetStringAsync("/api/telemetry/" + path, cancellationToken));
        return document.RootElement.Clone();
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
