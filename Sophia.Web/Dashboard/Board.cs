using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What a page of live figures asks for: its tiles in one question, and one for each chart that splits a metric.</summary>
/// <param name="Path">The page's address.</param>
/// <param name="Tiles">The keys of the tiles' metrics, in reading order.</param>
/// <param name="Splits">The charts' questions; an API's socket takes up to 15 of them beside the tiles'.</param>
public sealed record Board(string Path, IReadOnlyList<string> Tiles, IReadOnlyList<BoardQuestion> Splits)
{
    /// <summary>All tiles with their series, in one question.</summary>
    public BoardQuestion Figures { get; } = new(DashboardView.FiguresId, Tiles);

    /// <summary>Everything that the page asks for.</summary>
    public IReadOnlyList<BoardQuestion> Questions => [Figures, .. Splits];

    /// <summary>Regions by their figures, where the filter's choices come from.</summary>
    public static BoardQuestion Regions { get; } = new("regions", ["revenue.won", "deals.won", "deals.winRate"], Dimension.Region);

    /// <summary>Departments by their figures, where the filter's choices come from.</summary>
    public static BoardQuestion Departments { get; } = new(
        "departments",
        ["people.headcount", "people.satisfaction", "people.attrition", "people.productivity", "people.collaboration"],
        Dimension.Department);
}
