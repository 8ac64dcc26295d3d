namespace Sophia.Core.Facts;

/// <summary>A colleague's account in a connected system. The same colleague has one in each; the e-mail address ties them together.</summary>
public sealed record SystemUser : Fact
{
    /// <summary>The work e-mail address in lower case, or null where the source has none.</summary>
    public required string? Email { get; init; }

    /// <summary>The colleague's name, or null where the source has none.</summary>
    public required string? Name { get; init; }
}
