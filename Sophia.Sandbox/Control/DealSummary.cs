using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Control;

/// <summary>A deal as the control endpoints show it; ids are numbers here, amounts US dollars.</summary>
internal sealed record DealSummary(
    long Id,
    string Name,
    decimal Amount,
    string Stage,
    DateTimeOffset CloseDate,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    long OwnerId,
    long CompanyId,
    string ProductLine)
{
    public static DealSummary Of(Deal deal) => new(
        deal.Id, deal.Name, deal.Amount, deal.Stage.Key, deal.CloseDate, deal.CreatedAt, deal.ModifiedAt, deal.OwnerId, deal.CompanyId, deal.ProductLine.Name());
}
