using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What the overview shows, in reading order.</summary>
internal static class OverviewBoard
{
    /// <summary>The key of revenue.</summary>
    public const string Revenue = "revenue.won";

    /// <summary>The key of the open pipeline.</summary>
    public const string OpenPipeline = "pipeline.open";

    private const string Headcount = "people.headcount";
    private const string Satisfaction = "people.satisfaction";

    /// <summary>The tiles that an executive reads first.</summary>
    public static IReadOnlyList<string> KeyFigures { get; } =
        [Revenue, OpenPipeline, "deals.winRate", "calls.held", "calls.sentiment", Headcount, Satisfaction];

    /// <summary>The tiles below the first charts.</summary>
    public static IReadOnlyList<string> MoreFigures { get; } =
        ["deals.averageValue", "deals.salesCycle", "calls.talkRatio", "people.attrition", "people.productivity"];

    /// <summary>The open pipeline by stage.</summary>
    public static BoardQuestion Stages { get; } = new("stages", [OpenPipeline, "pipeline.deals"], Dimension.Stage);

    /// <summary>What calls are about.</summary>
    public static BoardQuestion Topics { get; } = new("topics", ["calls.held"], Dimension.Topic);

    /// <summary>The courses that the sales chart can show; each is a tile.</summary>
    public static IReadOnlyList<string> SalesCourses { get; } = [Revenue, OpenPipeline, "deals.winRate", "deals.averageValue"];

    /// <summary>The courses that the chart of people and conversations can show; each is a tile.</summary>
    public static IReadOnlyList<string> PeopleCourses { get; } = [Headcount, Satisfaction, "calls.held", "calls.sentiment", "calls.talkRatio"];

    /// <summary>The page's questions.</summary>
    public static Board Board { get; } = new("/", [.. KeyFigures, .. MoreFigures], [Stages, Board.Regions, Topics, Board.Departments]);
}
