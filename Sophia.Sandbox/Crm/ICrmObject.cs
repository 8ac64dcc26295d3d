namespace Sophia.Sandbox.Crm;

/// <summary>What every object of the CRM carries, whatever its type.</summary>
internal interface ICrmObject
{
    long Id { get; }

    DateTimeOffset CreatedAt { get; }

    /// <summary>Moves with every change, and no two changes of a run share one.</summary>
    DateTimeOffset ModifiedAt { get; }

    /// <summary>Set once the object was deleted.</summary>
    DateTimeOffset? ArchivedAt { get; }
}
