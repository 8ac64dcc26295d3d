namespace Sophia.Core.Analytics.People;

/// <summary>A group that figures could be shown for: those who share a place in some dimensions.</summary>
/// <param name="Name">What it is called, for example <c>department: Sales, region: EMEA</c>; everybody is <see cref="Everybody"/>.</param>
/// <param name="Members">The identifiers of its members; never shown.</param>
public sealed record GroupCell(string Name, IReadOnlySet<string> Members)
{
    /// <summary>The name of the group of all.</summary>
    public const string Everybody = "everybody";
}
