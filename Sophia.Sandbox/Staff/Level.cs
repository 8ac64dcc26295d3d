namespace Sophia.Sandbox.Staff;

/// <summary>Where somebody stands in the hierarchy.</summary>
internal enum Level
{
    /// <summary>Leads the company.</summary>
    Chief,

    /// <summary>Leads a department.</summary>
    Head,

    /// <summary>Leads a team.</summary>
    Manager,

    /// <summary>Leads nobody.</summary>
    Member,
}
