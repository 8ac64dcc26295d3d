using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sophia.Core.Dashboard;

namespace Sophia.Benchmarks.Live;

/// <summary>
/// From a deal won in the sandbox to the message on <c>/ws/dashboard</c> of a running stack. The clock starts before the
/// sandbox has made and signed the webhook, so the time from its receipt on is shorter than what is printed.
/// </summary>
internal static class WebhookToSocketBenchmark
{
    private const int Deals = 200;

    // Each change costs two requests (the deal, its company), so HubSpot's 190 in ten seconds allow 9.5 changes a second.
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(125);
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <param name="arguments">The addresses of API and sandbox; the default ports where none are given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var api = new Uri(arguments is [var address, ..] ? address : "http://127.0.0.1:5081");
        using var sandbox = new HttpClient { BaseAddress = new Uri(arguments is [_, var other, ..] ? other : "http://127.0.0.1:5082") };
        await ExpectAsync(sandbox.PostAsync("/sandbox/freeze", null, cancellationToken));

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(api) { Scheme = "ws", Path = "/ws/dashboard" }.Uri, cancellationToken);
        DashboardRequest subscribe = new DashboardRequest.Subscribe { Id = "benchmark", Metrics = ["revenue.won"] };
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(subscribe, DashboardJson.Default.DashboardRequest), WebSocketMessageType.Text, true, cancellationToken);
        var revenue = RevenueOf(await ReceiveAsync(socket, cancellationToken))
            ?? throw new InvalidOperationException("The stack has no data yet.");

        var deals = new List<long>(Deals);
        while (deals.Count < Deals)
        {
            deals.Add(await CreateDealAsync(sandbox, cancellationToken));
        }

        // The created deals are read too; the limit's window must be free of them before the clock runs.
        await Task.Delay(s_window, cancellationToken);
        var measured = new List<TimeSpan>(Deals);
        using var pace = new PeriodicTimer(s_pace);
        foreach (var id in deals)
        {
            await pace.WaitForNextTickAsync(cancellationToken);
            var won = Stopwatch.GetTimestamp();
            await ExpectAsync(sandbox.PostAsJsonAsync($"/sandbox/deals/{id}/win", new { amount = 1000m }, cancellationToken));
            var expected = revenue + 1000m;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(s_longest);
            while (revenue < expected)
            {
                revenue = RevenueOf(await ReceiveAsync(socket, patience.Token)) ?? revenue;
            }

            measured.Add(Stopwatch.GetElapsedTime(won));
        }

        Console.WriteLine($"deal won in the source → message on the socket: {new LatencySummary(measured)}");
        await ExpectAsync(sandbox.PostAsync("/sandbox/thaw", null, cancellationToken));
        return 0;
    }

    private static async Task<long> CreateDealAsync(HttpClient sandbox, CancellationToken cancellationToken)
    {
        using var created = await sandbox.PostAsJsonAsync("/sandbox/deals", new { stage = "contractsent", amount = 1000m }, cancellationToken);
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["id"]!.GetValue<long>();
    }

    private static async Task ExpectAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        answer.EnsureSuccessStatusCode();
    }

    private static decimal? RevenueOf(DashboardMessage? message) => message switch
    {
        DashboardMessage.Snapshot snapshot => snapshot.Data.Metrics[0].Value,
        DashboardMessage.Change { Data.Metrics: [var moved, ..] } => moved.Value,
        _ => null,
    };

    private static async Task<DashboardMessage?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            text.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return JsonSerializer.Deserialize(text.GetBuffer().AsSpan(0, (int)text.Length), DashboardJson.Default.DashboardMessage);
    }
}
