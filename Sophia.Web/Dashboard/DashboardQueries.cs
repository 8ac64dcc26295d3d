using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Web.Dashboard;

/// <summary>The two questions that fill the page, over HTTP and over the socket alike.</summary>
/// <param name="Figures">The tiles' metrics and the revenue chart.</param>
/// <param name="Stages">The open pipeline by stage.</param>
internal sealed record DashboardQueries(DashboardRequest.Subscribe Figures, DashboardRequest.Subscribe Stages)
{
    /// <summary>The key of revenue.</summary>
    public const string Revenue = "revenue.won";

    /// <summary>The key of the open pipeline's value.</summary>
    public const string OpenPipeline = "pipeline.open";

    /// <summary>The key of the open pipeline's number of deals.</summary>
    public const string OpenDeals = "pipeline.deals";

    /// <summary>The tiles, in reading order.</summary>
    public static IReadOnlyList<string> Tiles { get; } =
        [Revenue, OpenPipeline, "deals.winRate", "deals.averageValue", "deals.won", "deals.salesCycle"];

    /// <summary>The questions for a selection.</summary>
    /// <param name="selection">What the page shows.</param>
    /// <param name="today">The present UTC day.</param>
    public static DashboardQueries For(DashboardSelection selection, DateOnly today)
    {
        var from = selection.Preset is { } preset ? DashboardSelection.PresetStart(preset, today) : selection.From;
        var compare = selection.Compare switch
        {
            Comparison.None => "none",
            Comparison.PreviousPeriod => "previousPeriod",
            Comparison.PreviousYear => "previousYear",
        };
        return new(
            new() { Id = "figures", Metrics = Tiles, From = from, To = selection.To, Compare = compare },
            new() { Id = "stages", Metrics = [OpenPipeline, OpenDeals], GroupBy = "stage", From = from, To = selection.To, Compare = compare });
    }
}
