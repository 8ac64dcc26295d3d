using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Predictions;

/// <summary>How the open pipeline became what it is: the body of <c>GET /api/v1/sales/waterfall</c>.</summary>
public sealed record WaterfallAnswer
{
    /// <summary>The first day; the pipeline at its beginning is the start.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; where it is not over the present is the end.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Which open deals are counted.</summary>
    public required WaterfallScope Scope { get; init; }

    /// <summary>The filters that apply, as they are written.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How fresh the deals are.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The steps, which lead from the start to the end to the cent; null while no source has told of deals.</summary>
    public required PipelineWaterfall? Waterfall { get; init; }

    /// <summary>How many deals were open at the start, whenever they were promised.</summary>
    public required int OpenAtStart { get; init; }

    /// <summary>
    /// How many of these Sophia first heard of later, so that they are counted with amount and date as first heard: what changed of
    /// them before is not known. Their stages are known.
    /// </summary>
    public required int FirstHeardLater { get; init; }
}
