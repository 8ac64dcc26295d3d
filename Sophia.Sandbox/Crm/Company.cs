namespace Sophia.Sandbox.Crm;

/// <summary>A customer or prospect.</summary>
internal sealed record Company : ICrmObject
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Domain { get; init; }

    public required string Industry { get; init; }

    public required string Country { get; init; }

    public required Region Region { get; init; }

    public required Segment Segment { get; init; }

    public required int Employees { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }
}
