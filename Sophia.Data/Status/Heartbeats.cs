using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sophia.Core.Status;

namespace Sophia.Data.Status;

/// <summary>Signs of life of Sophia's services.</summary>
public static class Heartbeats
{
    /// <summary>How often a process gives one.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>How long a process may be silent before it is missed: three beats, and a pause of the machine.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(12);

    /// <summary>Lets this process give signs of life.</summary>
    /// <param name="services">The host's services, with its health checks.</param>
    /// <param name="service">The service that it is a copy of.</param>
    /// <param name="latency">How long changes took to its readers, where it has any.</param>
    public static IServiceCollection AddHeartbeat(
        this IServiceCollection services, string service, Func<IServiceProvider, LatencyStatus?>? latency = null)
    {
        services.AddHealthChecks();
        services.TryAddSingleton<HeartbeatStore>();
        return services.AddHostedService(provider => ActivatorUtilities.CreateInstance<HeartbeatWorker>(
            provider, service, (Func<LatencyStatus?>)(() => latency?.Invoke(provider))));
    }
}
