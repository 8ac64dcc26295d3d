namespace Sophia.Sandbox.Control;

/// <summary>The truth about a time range, added up from the state itself.</summary>
/// <param name="AsOf">When it was added up.</param>
/// <param name="From">The first moment counted; nothing means from the beginning.</param>
/// <param name="To">The first moment not counted; nothing means to the end.</param>
/// <param name="Deals">All deals there are now, whatever the range.</param>
/// <param name="Companies">All companies there are now.</param>
/// <param name="WonRevenue">US dollars of the deals won, by close date.</param>
/// <param name="Won">Deals won, by close date.</param>
/// <param name="Lost">Deals lost, by close date.</param>
/// <param name="Created">Deals created, by their date of creation.</param>
/// <param name="RevenueByProductLine">Won revenue by the deal's product line.</param>
/// <param name="RevenueByRegion">Won revenue by the company's region.</param>
/// <param name="RevenueBySegment">Won revenue by the company's segment.</param>
/// <param name="OpenDeals">Deals open now, whatever the range.</param>
/// <param name="OpenAmount">US dollars of the deals open now.</param>
/// <param name="OpenByStage">Every open stage, in order, also where nothing stands in it.</param>
internal sealed record Totals(
    DateTimeOffset AsOf,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int Deals,
    int Companies,
    decimal WonRevenue,
    int Won,
    int Lost,
    int Created,
    IReadOnlyDictionary<string, decimal> RevenueByProductLine,
    IReadOnlyDictionary<string, decimal> RevenueByRegion,
    IReadOnlyDictionary<string, decimal> RevenueBySegment,
    int OpenDeals,
    decimal OpenAmount,
    IReadOnlyList<StageTotals> OpenByStage);
