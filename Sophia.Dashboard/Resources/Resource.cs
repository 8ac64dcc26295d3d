using System.Text.Json.Serialization;

namespace Sophia.Dashboard.Resources;

/// <summary>A resource of the stack, or one replica of it, as the control API describes it.</summary>
/// <param name="Name">Its unique name; <c>api-2</c> for a replica.</param>
/// <param name="Type">What it is, in the application model's words.</param>
public sealed record Resource(string Name, string Type)
{
    /// <summary>The application model's name, where <see cref="Name"/> is that of one of several replicas.</summary>
    public string? ReplicaOf { get; init; }

    /// <summary>How many replicas are wanted; null where that makes no sense.</summary>
    public int? Replicas { get; init; }

    /// <summary>The most replicas that can be asked for.</summary>
    public int? MaxReplicas { get; init; }

    /// <summary>Running, Waiting and so on, in Aspire's words.</summary>
    public string State { get; init; } = "Unknown";

    /// <summary>What it is waiting for or busy with.</summary>
    public string? Message { get; init; }

    /// <summary>Healthy, Degraded or Unhealthy; null before the first answer.</summary>
    public string? Health { get; init; }

    /// <summary>What each of its checks says.</summary>
    public IReadOnlyList<ResourceHealth> HealthReports { get; init; } = [];

    /// <summary>The addresses that people open.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Its process.</summary>
    public int? Pid { get; init; }

    /// <summary>When its process started.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How often it was started again by itself.</summary>
    public int Restarts { get; init; }

    /// <summary>How the process before ended; 128 + signal when killed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What it needs.</summary>
    public IReadOnlyList<ResourceReference> References { get; init; } = [];

    /// <summary>The share of one core it uses; null until measured.</summary>
    public double? Cpu { get; init; }

    /// <summary>The bytes of memory it uses; null until measured.</summary>
    public long? Memory { get; init; }

    /// <summary>When the two were measured.</summary>
    public DateTimeOffset? Sampled { get; init; }

    /// <summary>Which of start, stop and restart make sense now; null where the host does not say.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Its name in telemetry (<c>service.name</c>).</summary>
    public string? Service { get; init; }

    /// <summary>Its instance in telemetry (<c>service.instance.id</c>).</summary>
    public string? InstanceId { get; init; }

    /// <summary>Whether it is gone for good, as after replicas were taken away.</summary>
    public bool Removed { get; init; }

    /// <summary>The application model's name, whichever replica this is.</summary>
    [JsonIgnore]
    public string Model => ReplicaOf ?? Name;

    /// <summary>Whether the command makes sense in the present state.</summary>
    public bool Allows(string command) => Commands?.Contains(command, StringComparer.Ordinal) ?? command switch
    {
        "start" => State is "NotStarted" or "Exited" or "FailedToStart" or "Finished",
        _ => State is not ("NotStarted" or "Exited" or "Finished" or "Stopping"),
    };
}
