namespace Sophia.Core.Status;

/// <summary>A service of Sophia or a server that it needs.</summary>
public sealed record ServiceStatus
{
    /// <summary>Its name: <c>api</c>, <c>agents</c>, <c>database</c>, <c>cache</c> or <c>bus</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How it is.</summary>
    public required ServiceHealth Health { get; init; }

    /// <summary>What is wrong with it, in words, or null where nothing is.</summary>
    public required string? Description { get; init; }

    /// <summary>For a server the time in milliseconds within which it answered, of the slowest to get an answer; null for services and where it did not.</summary>
    public required double? AnswerMilliseconds { get; init; }

    /// <summary>The copies of a service that give a sign of life or did until lately; empty for servers.</summary>
    public required IReadOnlyList<InstanceStatus> Instances { get; init; }
}
