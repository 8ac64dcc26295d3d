using System.Globalization;
using Sophia.Benchmarks.Stack;

namespace Sophia.Benchmarks.Replicas;

/// <summary>What clients notice when a replica of the API is killed: requests, live channels and webhooks under load.</summary>
internal static class ReplicasBenchmark
{
    private const string Instance = "bench-replicas";
    private const int Sockets = 500;
    private const int Connections = 16;
    private const int Deals = 100;

    /// <param name="arguments">The number of sockets; 500 where none is given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var sockets = arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : Sockets;
        LocalStack.Delete(Instance);
        await using (var host = await LocalStack.StartAsync(
            Instance, ["Sandbox:Deals=2000", "Sandbox:Companies=400", "Sandbox:RateLimits=off", "Sandbox:LivingInterval=off", "LocalHost:Dashboard=false"], cancellationToken))
        {
            await host.WaitUntilReadyAsync(cancellationToken);
            using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
            await LocalStack.ReadUntilLoadedAsync(api, cancellationToken);
            Console.WriteLine(await new ReplicaLoss(host, sockets, Connections, Deals).RunAsync(cancellationToken));
        }

        LocalStack.Delete(Instance);
        return 0;
    }
}
