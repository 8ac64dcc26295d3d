namespace Sophia.Sandbox.Staff;

/// <summary>Somebody who works or worked for the company, as the personnel system has it; every change makes a new one.</summary>
internal sealed record Employee
{
    public required long Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required Department Department { get; init; }

    public required string JobTitle { get; init; }

    public required Level Level { get; init; }

    public required Site Site { get; init; }

    /// <summary>Who leads this person; for somebody who left, who led at the end. Nobody leads the chief.</summary>
    public required long? ManagerId { get; init; }

    /// <summary>The id of the CRM's owner, for the sales representatives.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly HiredOn { get; init; }

    /// <summary>The first day no longer here, which is never in the future.</summary>
    public DateOnly? LeftOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Moves with every change, and no two changes of a run share one.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Set once the record was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public string FullName => $"{FirstName} {LastName}";

    public bool IsEmployed => LeftOn is null && DeletedAt is null;

    /// <summary>Whether the person was employed on a day.</summary>
    public bool WorkedOn(DateOnly day) => HiredOn <= day && (LeftOn is not { } left || day < left);
}
