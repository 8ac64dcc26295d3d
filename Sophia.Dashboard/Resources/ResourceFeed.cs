using System.Text.Json;
using Sophia.Dashboard.Live;

namespace Sophia.Dashboard.Resources;

/// <summary>Knows every resource at every moment, for all viewers over one connection.</summary>
public sealed partial class ResourceFeed(ControlClient control, TimeProvider clock, ILogger<ResourceFeed> logger) : BackgroundService
{
    // Ten minutes at a sample every two seconds, 24 bytes each.
    private const int SamplesPerResource = 300;
    // Far above any stack on one machine: a bound on what a broken host could make us hold.
    private const int MostResources = 500;
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (Resource Resource, Queue<ResourceSample> Samples)> _resources = new(StringComparer.Ordinal);

    /// <summary>Raised at each change of a resource or of the connection.</summary>
    public Signal Changed { get; } = new();

    /// <summary>How the connection stands.</summary>
    public ControlLink Link { get; private set; } = control.IsConfigured ? ControlLink.Connecting : ControlLink.NotConfigured;

    /// <summary>Every resource, in the order of the application model.</summary>
    public IReadOnlyList<ResourceView> Read()
    {
        lock (_lock)
        {
            return [.. _order.Select(name => _resources[name]).Select(static entry => new ResourceView(entry.Resource, [.. entry.Samples]))];
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (control.IsConfigured)
        {
            try
            {
                await foreach (var resource in control.WatchAsync(stoppingToken))
                {
                    Take(resource);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && exception is HttpRequestException or IOException or JsonException)
            {
                if (Link != ControlLink.Lost)
                {
                    LogLost(exception.Message);
                }
            }

            Become(ControlLink.Lost);
            await Task.Delay(s_retry, clock, stoppingToken);
        }
    }

    internal void Take(Resource resource)
    {
        lock (_lock)
        {
            if (resource.Removed)
            {
                _resources.Remove(resource.Name);
                _order.Remove(resource.Name);
            }
            else if (_resources.TryGetValue(resource.Name, out var entry))
            {
                Sample(entry.Samples, entry.Resource, resource);
                _resources[resource.Name] = (resource, entry.Samples);
            }
            else if (_order.Count < MostResources)
            {
                var samples = new Queue<ResourceSample>();
                Sample(samples, before: null, resource);
                _resources.Add(resource.Name, (resource, samples));
                _order.Add(resource.Name);
            }
        }

        Become(ControlLink.Connected);
    }

    private static void Sample(Queue<ResourceSample> samples, Resource? before, Resource now)
    {
        if (now.Sampled is { } time && time != before?.Sampled)
        {
            if (samples.Count == SamplesPerResource)
            {
                samples.Dequeue();
            }

            samples.Enqueue(new(time, now.Cpu, now.Memory));
        }
    }

    private void Become(ControlLink link)
    {
        Link = link;
        Changed.Raise();
    }

    [LoggerMessage(LogLevel.Warning, "No word from the control API: {Cause}. Trying again every second")]
    private partial void LogLost(string cause);
}
