using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>What the overview shows, in reading order.</summary>
internal static class Board
{
    /// <summary>The key of revenue.</summary>
    public const string Revenue = "revenue.won";

    /// <summary>The key of the open pipeline's value.</summary>
    public const string OpenPipeline = "pipeline.open";

    /// <summary>The key of the open pipeline's number of deals.</summary>
    public const string OpenDeals = "pipeline.deals";

    /// <summary>The tiles that an executive reads first.</summary>
    public static IReadOnlyList<string> KeyFigures { get; } =
        [Revenue, OpenPipeline, "deals.winRate", "deals.won", "deals.averageValue", "deals.salesCycle", "deals.created"];

    /// <summary>The tiles below the first charts.</summary>
    public static IReadOnlyList<string> MoreFigures { get; } = ["pipeline.weighted", OpenDeals, "deals.lost", "revenue.growth"];

    /// <summary>All tiles with their series, in one question.</summary>
    public static BoardQuestion Figures { get; } = new("figures", [.. KeyFigures, .. MoreFigures]);

    /// <summary>The open pipeline by stage.</summary>
    public static BoardQuestion Stages { get; } = new("stages", [OpenPipeline, OpenDeals], Dimension.Stage);

    /// <summary>Revenue by region.</summary>
    public static BoardQuestion Regions { get; } = new("regions", [Revenue, "deals.won"], Dimension.Region);

    /// <summary>Revenue by product line.</summary>
    public static BoardQuestion Products { get; } = new("products", [Revenue, "deals.won"], Dimension.ProductLine);

    /// <summary>Revenue by market segment.</summary>
    public static BoardQuestion Segments { get; } = new("segments", [Revenue, "deals.won"], Dimension.Segment);

    /// <summary>Everything that the page asks for.</summary>
    public static IReadOnlyList<BoardQuestion> Questions { get; } = [Figures, Stages, Regions, Products, Segments];

    /// <summary>The question with this id, or null where the page has none.</summary>
    public static BoardQuestion? Find(string? id) => Questions.FirstOrDefault(question => question.Id == id);
}
