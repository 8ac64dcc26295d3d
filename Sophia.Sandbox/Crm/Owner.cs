namespace Sophia.Sandbox.Crm;

/// <summary>A sales representative.</summary>
internal sealed record Owner
{
    public required long Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required Region Region { get; init; }

    public required DateTimeOffset HiredAt { get; init; }

    /// <summary>Multiplies the chance of winning; 1 is the usual representative.</summary>
    public required double Skill { get; init; }

    /// <summary>Multiplies the days a deal takes; 1 is the usual representative.</summary>
    public required double CycleFactor { get; init; }

    public string FullName => $"{FirstName} {LastName}";
}
