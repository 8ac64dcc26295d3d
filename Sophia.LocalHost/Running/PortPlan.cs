using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Proxy;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>Gives every endpoint its port before anything starts, so that addresses can be handed around in any order.</summary>
internal static class PortPlan
{
    public const int ControlPort = 18889;

    /// <summary>Gives out ports.</summary>
    /// <returns>The control API's port.</returns>
    /// <exception cref="DistributedApplicationException">A fixed port is taken; the message names each, who has it, and the way out.</exception>
    public static int Allocate(IEnumerable<IResource> resources, bool dynamicPorts)
    {
        List<string> taken = [];
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                endpoint.AllocatedPort = Take(dynamicPorts ? null : endpoint.Port, $"'{resource.Name}'", taken);
            }
        }

        var control = Take(dynamicPorts ? null : ControlPort, "the control API", taken);
        return taken.Count == 0 ? control : throw Refusal(string.Join('\n', taken));
    }

    /// <summary>Opens the port that an endpoint was given.</summary>
    /// <exception cref="DistributedApplicationException">It was taken since.</exception>
    public static PublicPort Open(EndpointAnnotation endpoint, string project, Func<IReadOnlyList<ProxyTarget>> targets, ResourceBoard board)
    {
        var port = endpoint.AllocatedPort ?? throw new InvalidOperationException($"Endpoint '{endpoint.Name}' of '{project}' has no port yet.");
        try
        {
            return new PublicPort(port, targets, board);
        }
        catch (SocketException)
        {
            throw Refusal(Taken(port, $"'{project}'"));
        }
    }

    private static DistributedApplicationException Refusal(string taken) =>
        new($"{taken}\nEnd that process, or run on free ports: {RunSettings.WayBeside}");

    private static string Taken(int port, string who) =>
        $"Port {port} of {who} is taken by {PortOwner.Find(port) ?? "a process that this user may not see"}.";

    private static int Take(int? wanted, string who, List<string> taken)
    {
        if (wanted is not { } port)
        {
            return FreePorts.Next();
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            taken.Add(Taken(port, who));
        }

        return port;
    }
}
