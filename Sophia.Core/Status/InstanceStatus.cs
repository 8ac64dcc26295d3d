namespace Sophia.Core.Status;

/// <summary>One running copy of a service.</summary>
public sealed record InstanceStatus
{
    /// <summary>Its name, unique among the copies: the machine and the process.</summary>
    public required string Instance { get; init; }

    /// <summary>How it is.</summary>
    public required ServiceHealth Health { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What is wrong with it, in words, or null where nothing is.</summary>
    public required string? Description { get; init; }
}
