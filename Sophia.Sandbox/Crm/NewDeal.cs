namespace Sophia.Sandbox.Crm;

/// <summary>A deal about to be entered; the store gives it its id and its dates.</summary>
internal sealed record NewDeal(
    string Name,
    decimal Amount,
    DealStage Stage,
    DateTimeOffset CloseDate,
    long OwnerId,
    long CompanyId,
    ProductLine ProductLine);
