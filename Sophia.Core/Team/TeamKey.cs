namespace Sophia.Core.Team;

/// <summary>What the figures are listed by.</summary>
/// <param name="Rank">0 for the company, 1 for departments, 2 for people without one.</param>
/// <param name="Department">The department, or nothing.</param>
public sealed record TeamKey(int Rank, string Department)
{
    /// <summary>The key of an item.</summary>
    public static TeamKey Of(TeamAnalytics item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            { Scope: TeamScope.Company } => new(0, ""),
            { Department: { } department } => new(1, department),
            _ => new(2, ""),
        };
    }

    /// <summary>The order of the list.</summary>
    public static int Compare(TeamKey left, TeamKey right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : string.CompareOrdinal(left.Department, right.Department);
    }
}
