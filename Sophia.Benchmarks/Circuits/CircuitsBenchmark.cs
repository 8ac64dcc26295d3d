using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Sophia.Benchmarks.Stack;
using Sophia.Core.Dashboard;
using Sophia.LocalHost.Processes;
using Sophia.Web.Dashboard;

namespace Sophia.Benchmarks.Circuits;

/// <summary>
/// Many viewers of a running stack at once: clients of <c>/ws/dashboard</c> with the overview's subscriptions, and open
/// overviews, each with a circuit of its own. Deals are won in the sandbox; the clock runs from before the sandbox hears of
/// it until a reader has the new revenue: in a message, or in a render batch. Memory is the growth of the proportional set
/// size of all processes of a project, each freshly started and after a collection.
/// </summary>
internal static class CircuitsBenchmark
{
    private const int Changes = 20;
    private const decimal Amount = 1_000m;

    // As many as browsers and proxies would open at a time; more would measure the backlog.
    private const int Opening = 16;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    /// <param name="arguments">The stack's name, and how many sockets and circuits; main, 2,000 and 200 where none are given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var stack = await OpenStack.FindAsync(arguments is [var instance, ..] ? instance : "main", cancellationToken);
        var sockets = arguments is [_, var some, ..] ? int.Parse(some, CultureInfo.InvariantCulture) : 2_000;
        var circuits = arguments is [_, _, var others, ..] ? int.Parse(others, CultureInfo.InvariantCulture) : 200;
        using var sandbox = new HttpClient { BaseAddress = stack.AddressOf("sandbox") };
        using var http = new HttpClient();
        // What earlier viewers have left in memory would hold the new ones too.
        await stack.RestartAsync("api", cancellationToken);
        await stack.RestartAsync("web", cancellationToken);
        await PostAsync(sandbox, "/sandbox/freeze", cancellationToken);
        try
        {
            var (audience, subscriptions) = (new Audience(), Subscriptions());
            await WarmUpAsync(stack, subscriptions, http, cancellationToken);

            var before = await MemoryOf(stack, cancellationToken);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            PageSocket[] open = [.. Enumerable.Range(0, sockets).Select(number => new PageSocket(number, audience))];
            await OpenAllAsync("sockets", open, socket => socket.OpenAsync(stack.AddressOf("api"), subscriptions, end.Token), cancellationToken);
            var withSockets = await MemoryOf(stack, cancellationToken);
            PageCircuit[] pages = [.. Enumerable.Range(0, circuits).Select(number => new PageCircuit(stack.AddressOf("web"), sockets + number, audience))];
            await OpenAllAsync("circuits", pages, page => page.OpenAsync(http, cancellationToken), cancellationToken);
            var withCircuits = await MemoryOf(stack, cancellationToken);

            var (times, missing) = await ChangeAsync(stack, sandbox, audience, sockets, circuits, cancellationToken);
            await OpenAllAsync("goodbyes", pages, page => page.CloseAsync(http), cancellationToken);
            await Task.WhenAll(pages.Select(page => page.DisposeAsync().AsTask()));
            await end.CancelAsync();
            Array.ForEach(open, socket => socket.Dispose());
            Print(sockets, circuits, before, withSockets, withCircuits, times, missing);
            return 0;
        }
        finally
        {
            await PostAsync(sandbox, "/sandbox/thaw", CancellationToken.None);
        }
    }

    private static DashboardRequest[] Subscriptions()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return [.. OverviewBoard.Board.Questions.Select(question => question.For(new DashboardSelection(), today))];
    }

    /// <summary>What the first readers alone bring about, compiled code above all, is nobody's share.</summary>
    private static async Task WarmUpAsync(OpenStack stack, DashboardRequest[] subscriptions, HttpClient http, CancellationToken cancellationToken)
    {
        const int Few = 20;
        var nobody = new Audience();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        PageSocket[] sockets = [.. Enumerable.Range(0, Few).Select(number => new PageSocket(number, nobody))];
        await OpenAllAsync("sockets to warm up", sockets, socket => socket.OpenAsync(stack.AddressOf("api"), subscriptions, end.Token), cancellationToken);
        PageCircuit[] pages = [.. Enumerable.Range(0, Few).Select(number => new PageCircuit(stack.AddressOf("web"), number, nobody))];
        await OpenAllAsync("circuits to warm up", pages, page => page.OpenAsync(http, cancellationToken), cancellationToken);
        await Task.WhenAll(pages.Select(page => page.CloseAsync(http)));
        await Task.WhenAll(pages.Select(page => page.DisposeAsync().AsTask()));
        await end.CancelAsync();
        Array.ForEach(sockets, socket => socket.Dispose());
    }

    private static async Task OpenAllAsync<T>(string what, T[] readers, Func<T, Task> openAsync, CancellationToken cancellationToken)
    {
        var progress = new Progress(what, readers.Length);
        await Parallel.ForEachAsync(readers, new ParallelOptions { MaxDegreeOfParallelism = Opening, CancellationToken = cancellationToken }, async (reader, _) =>
        {
            await openAsync(reader);
            progress.Step();
        });
    }

    private static async Task<Memory> MemoryOf(OpenStack stack, CancellationToken cancellationToken)
    {
        await Task.Delay(s_settle, cancellationToken);
        var (api, web) = (await stack.ProcessesOfAsync("api", cancellationToken), await stack.ProcessesOfAsync("web", cancellationToken));
        var host = new[] { stack.HostProcess };
        foreach (var process in api.Concat(web).Concat(host))
        {
            await ForcedCollection.RunAsync(process, cancellationToken);
        }

        return new Memory(ProcessMemory.ReadProportionalSetSize(api), ProcessMemory.ReadProportionalSetSize(web), ProcessMemory.ReadProportionalSetSize(host));
    }

    private static async Task<(AwaitedFigure[] Times, int Missing)> ChangeAsync(
        OpenStack stack, HttpClient sandbox, Audience audience, int sockets, int circuits, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = stack.AddressOf("api") };
        var revenue = await ReadRevenueAsync(api, cancellationToken);
        var changes = new AwaitedFigure[Changes];
        var progress = new Progress("changes", Changes);
        var missing = 0;
        for (var i = 0; i < Changes; i++)
        {
            var deal = await CreateDealAsync(sandbox, cancellationToken);
            await Task.Delay(s_pause, cancellationToken);
            revenue += Amount;
            var awaited = changes[i] = new AwaitedFigure(Encoding.UTF8.GetBytes(revenue.ToString(CultureInfo.InvariantCulture)), sockets + circuits);
            audience.Awaited = awaited;
            using var won = await sandbox.PostAsync($"/sandbox/deals/{deal}/win", null, cancellationToken);
            won.EnsureSuccessStatusCode();
            try
            {
                await awaited.All.WaitAsync(s_longest, cancellationToken);
            }
            catch (TimeoutException)
            {
                missing += sockets + circuits - awaited.Times(0, sockets + circuits).Count();
            }

            progress.Step();
        }

        return (changes, missing);
    }

    private static async Task<decimal> ReadRevenueAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var answer = await api.GetFromJsonAsync("/api/v1/dashboard/metrics?metrics=revenue.won", DashboardJson.Default.DashboardMetrics, cancellationToken);
        return answer!.Metrics[0].Value ?? throw new InvalidOperationException("The stack has no data yet.");
    }

    private static async Task<long> CreateDealAsync(HttpClient sandbox, CancellationToken cancellationToken)
    {
        using var created = await sandbox.PostAsJsonAsync("/sandbox/deals", new { stage = "contractsent", amount = Amount }, cancellationToken);
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["id"]!.GetValue<long>();
    }

    private static async Task PostAsync(HttpClient sandbox, string path, CancellationToken cancellationToken)
    {
        using var answer = await sandbox.PostAsync(path, null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static void Print(int sockets, int circuits, Memory before, Memory withSockets, Memory withCircuits, AwaitedFigure[] changes, int missing)
    {
        var toSockets = new LatencySummary(changes.SelectMany(change => change.Times(0, sockets)));
        var toCircuits = new LatencySummary(changes.SelectMany(change => change.Times(sockets, circuits)));
        var toAll = new LatencySummary(changes.SelectMany(change => change.Times(0, sockets + circuits)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {sockets} sockets and {circuits} circuits, {Changes} changes, {missing} not heard of
            change → socket's message   {toSockets}
            change → circuit's render   {toCircuits}
            change → all of them        {toAll}                                   promised p99 ≤ 1,000 ms
            memory per socket           api {Share(before.Api, withSockets.Api, sockets):0.0} KB (promised ≤ 30 KB), proxy {Share(before.Proxy, withSockets.Proxy, sockets):0.0} KB
            memory per circuit          web {Share(withSockets.Web, withCircuits.Web, circuits):0.0} KB (promised ≤ 600 KB), api {Share(withSockets.Api, withCircuits.Api, circuits):0.0} KB, proxy {Share(withSockets.Proxy, withCircuits.Proxy, circuits):0.0} KB
            """));

        static double Share(long from, long to, int among) => (to - from) / 1024.0 / among;
    }

    /// <summary>Proportional set sizes in bytes: all replicas of a project together.</summary>
    private readonly record struct Memory(long Api, long Web, long Proxy);
}
