using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sophia.Core.Dashboard;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Testing;

namespace Sophia.Benchmarks.Replicas;

/// <summary>Kills a replica of the API while requests, sockets and webhooks are under way. The stack stands still otherwise.</summary>
/// <param name="host">A loaded stack with two replicas of the API.</param>
/// <param name="sockets">How many live channels are open.</param>
/// <param name="connections">How many connections ask all the time.</param>
/// <param name="deals">How many deals are won, half of them before the kill.</param>
internal sealed class ReplicaLoss(AppHostProcess host, int sockets, int connections, int deals)
{
    private const decimal Amount = 1_000m;
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly Uri _api = host.AddressOf("api");

    /// <exception cref="OperationCanceledException">Something took longer than a minute.</exception>
    public async Task<ReplicaLossReport> RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        using var sandbox = new HttpClient { BaseAddress = host.AddressOf("sandbox") };
        using var api = new HttpClient { BaseAddress = _api };
        var open = new List<long>();
        while (open.Count < deals)
        {
            open.Add(await OpenDealAsync(sandbox, patience.Token));
        }

        var before = await ReadRevenueAsync(api, patience.Token);
        // Pages do not all come back in the same moment.
        var watching = Enumerable.Range(0, sockets).Select(number => new WatchingSocket(_api, TimeSpan.FromMilliseconds(number % 10 * 25))).ToList();
        var load = new RequestLoad(_api, connections);
        var running = Task.WhenAll([.. watching.Select(socket => socket.RunAsync(end.Token)), load.RunAsync(end.Token)]);
        await Task.WhenAll(watching.Select(socket => socket.FirstFigures)).WaitAsync(patience.Token);

        await WinAsync(sandbox, open.Take(deals / 2), patience.Token);
        var victim = await host.ReadResourceAsync("api-1", patience.Token);
        var killed = Stopwatch.GetTimestamp();
        Posix.Signal(victim.Pid!.Value, Posix.SignalKill);
        var dying = DeathAsync(victim.Pid.Value, patience.Token);
        await WinAsync(sandbox, open.Skip(deals / 2), patience.Token);

        var died = await dying;
        var expected = before + deals * Amount;
        await UntilAsync(async () => await ReadRevenueAsync(api, patience.Token) >= expected, patience.Token);
        var replaced = await ReplacementAsync(victim.Pid.Value, killed, patience.Token);
        await UntilAsync(() => Task.FromResult(watching.TrueForAll(socket => socket.Revenue >= expected)), patience.Token);
        await end.CancelAsync();
        await running;

        var lost = watching.Where(socket => socket.Losses > 0).ToList();
        return new ReplicaLossReport
        {
            Answered = load.Answered,
            LostInFlight = load.Failures.Count(failure => failure.Began <= died),
            InFlightAtMost = connections,
            LostLater = [.. load.Failures.Where(failure => failure.Began > died).Select(failure => failure.Reason)],
            SocketsLost = lost.Count,
            Sockets = sockets,
            SlowestSocketBack = lost.Select(socket => Stopwatch.GetElapsedTime(killed, socket.BackAt!.Value)).DefaultIfEmpty().Max(),
            StepsBack = watching.Sum(socket => socket.StepsBack),
            SocketsWrong = watching.Count(socket => socket.Revenue != expected),
            DealsWon = deals,
            RevenueMissing = expected - await ReadRevenueAsync(api, patience.Token),
            Replaced = replaced,
        };
    }

    private async Task<TimeSpan> ReplacementAsync(int victim, long killed, CancellationToken cancellationToken)
    {
        await UntilAsync(async () => await host.ReadResourceAsync("api-1", cancellationToken) is { IsReady: true } now && now.Pid != victim, cancellationToken);
        return Stopwatch.GetElapsedTime(killed);
    }

    /// <summary>When (<see cref="Stopwatch"/>) a killed process was gone: until then the kernel takes connections for it.</summary>
    private static async Task<long> DeathAsync(int process, CancellationToken cancellationToken)
    {
        while (ProcessTree.IsRunning(process))
        {
            await Task.Delay(s_look, cancellationToken);
        }

        return Stopwatch.GetTimestamp();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition())
        {
            await Task.Delay(s_poll, cancellationToken);
        }
    }

    private static async Task<long> OpenDealAsync(HttpClient sandbox, CancellationToken cancellationToken)
    {
        using var opened = await sandbox.PostAsJsonAsync("/sandbox/deals", new { stage = "contractsent", amount = Amount }, cancellationToken);
        opened.EnsureSuccessStatusCode();
        return (await opened.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["id"]!.GetValue<long>();
    }

    private static async Task WinAsync(HttpClient sandbox, IEnumerable<long> deals, CancellationToken cancellationToken)
    {
        foreach (var deal in deals)
        {
            using var won = await sandbox.PostAsync($"/sandbox/deals/{deal}/win", null, cancellationToken);
            won.EnsureSuccessStatusCode();
            await Task.Delay(s_pace, cancellationToken);
        }
    }

    private static async Task<decimal> ReadRevenueAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var answer = await api.GetFromJsonAsync(
            "/api/v1/dashboard/metrics?metrics=revenue.won&from=2020-01-01", DashboardJson.Default.DashboardMetrics, cancellationToken);
        return answer!.Metrics[0].Value ?? 0;
    }
}
