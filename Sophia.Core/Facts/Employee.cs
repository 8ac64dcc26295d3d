namespace Sophia.Core.Facts;

/// <summary>Somebody who works or worked here.</summary>
public sealed record Employee : Fact
{
    /// <summary>The person's name, or null where the source has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The work e-mail address in lower case, or null where the source has none.</summary>
    public required string? Email { get; init; }

    /// <summary>The department, or null where the source does not say.</summary>
    public required string? Department { get; init; }

    /// <summary>The region or site that the person works in, or null where the source does not say.</summary>
    public required string? Region { get; init; }

    /// <summary>What the person does, or null where the source does not say.</summary>
    public required string? JobTitle { get; init; }

    /// <summary>The manager: the <see cref="FactKey.ExternalId"/> of another employee of the same connection, or null.</summary>
    public required string? ManagerId { get; init; }

    /// <summary>The first day, or null where the source does not say.</summary>
    public required DateOnly? HiredOn { get; init; }

    /// <summary>The first day no longer here, or null while employed.</summary>
    public required DateOnly? LeftOn { get; init; }
}
