using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Control;

/// <summary>Adds up the store's state.</summary>
internal static class TotalsReader
{
    /// <summary>Totals of the half-open range from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static Totals Read(CrmStore store, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset asOf)
    {
        List<Deal> deals = store.ReadDeals(table => table.All.Where(deal => deal.ArchivedAt is null).ToList());
        var companies = store.ReadCompanies(table => table.All.ToDictionary(company => company.Id));
        List<Deal> closed = [.. deals.Where(deal => IsIn(deal.CloseDate))];
        List<Deal> won = [.. closed.Where(deal => deal.Stage == DealStage.ClosedWon)];
        List<Deal> open = [.. deals.Where(deal => deal.IsOpen)];
        return new Totals(
            asOf,
            from,
            to,
            deals.Count,
            companies.Count,
            won.Sum(deal => deal.Amount),
            won.Count,
            closed.Count(deal => deal.Stage == DealStage.ClosedLost),
            deals.Count(deal => IsIn(deal.CreatedAt)),
            RevenueBy(won, deal => deal.ProductLine.Name()),
            RevenueBy(won, deal => companies[deal.CompanyId].Region.Name()),
            RevenueBy(won, deal => companies[deal.CompanyId].Segment.Name()),
            open.Count,
            open.Sum(deal => deal.Amount),
            [.. DealStages.All.Where(stage => !stage.IsClosed).Select(stage => Stage(stage, open))]);

        bool IsIn(DateTimeOffset moment) => (from is null || moment >= from) && (to is null || moment < to);
    }

    private static Dictionary<string, decimal> RevenueBy(List<Deal> won, Func<Deal, string> dimension) =>
        won.GroupBy(dimension, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(deal => deal.Amount), StringComparer.Ordinal);

    private static StageTotals Stage(DealStage stage, List<Deal> open)
    {
        List<Deal> standing = [.. open.Where(deal => deal.Stage == stage)];
        return new StageTotals(stage.Key, stage.Label, standing.Count, standing.Sum(deal => deal.Amount));
    }
}
