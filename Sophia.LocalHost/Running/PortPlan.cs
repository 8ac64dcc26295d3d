using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
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
        return taken.Count == 0
            ? control
            : throw new DistributedApplicationException(
                $"{string.Join('\n', taken)}\nEnd that process, or run on free ports: {RunSettings.WayBeside}");
    }

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
            taken.Add($"Port {port} of {who} is taken by {PortOwner.Find(port) ?? "a process that this user may not see"}.");
        }

        return port;
    }
}
