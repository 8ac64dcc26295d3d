using Sophia.Web.Dashboard;

namespace Sophia.Web.People;

/// <summary>What the page of people shows.</summary>
internal static class PeopleBoard
{
    /// <summary>The tiles, each with its course.</summary>
    public static IReadOnlyList<string> Tiles { get; } =
    [
        "people.headcount", "people.hires", "people.leavers", "people.attrition", "people.satisfaction", "people.productivity", "people.collaboration",
    ];

    /// <summary>The page's questions.</summary>
    public static Board Board { get; } = new("/people", Tiles, [Dashboard.Board.Departments]);
}
