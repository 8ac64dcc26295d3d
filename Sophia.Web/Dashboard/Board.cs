using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What the overview shows, in reading order.</summary>
internal static class Board
{
    /// <summary>The key of revenue.</summary>
    public const string Revenue = "revenue.won";

    /// <summary>The key of the open pipeline's value.</summary>
    public const string OpenPipeline = "pipeline.open";

    private const string Headcount = "people.headcount";
    private const string Satisfaction = "people.satisfaction";

    /// <summary>The tiles that an executive reads first.</summary>
    public static IReadOnlyList<string> KeyFigures { get; } =
        [Revenue, OpenPipeline, "deals.winRate", "calls.held", "calls.sentiment", Headcount, Satisfaction];

    /// <summary>The tiles below the first charts.</summary>
    public static IReadOnlyList<string> MoreFigures { get; } =
        ["deals.averageValue", "deals.salesCycle", "calls.talkRatio", "people.attrition", "people.productivity"];

    /// <summary>All tiles with their series, in one question.</summary>
    public static BoardQuestion Figures { get; } = new("figures", [.. KeyFigures, .. MoreFigures]);

    /// <summary>The open pipeline by stage.</summary>
    public static BoardQuestion Stages { get; } = new("stages", [OpenPipeline, "pipeline.deals"], Dimension.Stage);

    /// <summary>Revenue by region.</summary>
    public static BoardQuestion Regions { get; } = new("regions", [Revenue, "deals.won", "deals.winRate"], Dimension.Region);

    /// <summary>What calls are about.</summary>
    public static BoardQuestion Topics { get; } = new("topics", ["calls.held"], Dimension.Topic);

    /// <summary>The departments side by side.</summary>
    public static BoardQuestion Departments { get; } = new(
        "departments", [Headcount, Satisfaction, "people.attrition", "people.productivity", "people.collaboration"], Dimension.Department);

    /// <summary>The courses that the sales chart can show; each is a tile.</summary>
    public static IReadOnlyList<string> SalesCourses { get; } = [Revenue, OpenPipeline, "deals.winRate", "deals.averageValue"];

    /// <summary>The courses that the chart of people and conversations can show; each is a tile.</summary>
    public static IReadOnlyList<string> PeopleCourses { get; } = [Headcount, Satisfaction, "calls.held", "calls.sentiment", "calls.talkRatio"];

    /// <summary>Everything that the page asks for.</summary>
    public static IReadOnlyList<BoardQuestion> Questions { get; } = [Figures, Stages, Regions, Topics, Departments];

    /// <summary>The question with this id, or null where the page has none.</summary>
    public static BoardQuestion? Find(string? id) => Questions.FirstOrDefault(question => question.Id == id);
}
