using System.Globalization;
using Sophia.Core.Facts;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;
using Deal = Sophia.Core.Facts.Deal;
using DealStage = Sophia.Core.Facts.DealStage;
using SandboxDeal = Sophia.Sandbox.Crm.Deal;

namespace Sophia.Benchmarks.Discovery;

/// <summary>The made-up company as facts. The tests compile this file too.</summary>
internal static class SeededFacts
{
    private const string Connection = "hubspot";

    public static IReadOnlyList<DealStage> Stages { get; } =
    [
        .. DealStages.All.Select(static stage => new DealStage
        {
            Key = new(Connection, stage.Key),
            SourceVersion = 1,
            PipelineId = "default",
            Label = stage.Label,
            Order = (int)stage,
            Probability = decimal.Parse(stage.Probability, CultureInfo.InvariantCulture),
            IsClosed = stage.IsClosed,
            IsWon = stage is Sophia.Sandbox.Crm.DealStage.ClosedWon,
        }),
    ];

    public static IEnumerable<Account> Accounts(SeededCompany company) => company.Companies.Select(static buyer => new Account
    {
        Key = new(Connection, Id(buyer.Id)),
        SourceVersion = 1,
        Name = buyer.Name,
        Region = buyer.Region.Name(),
        Segment = buyer.Segment.Name(),
    });

    public static IEnumerable<Deal> Deals(IEnumerable<SandboxDeal> deals) => deals.Select(static deal => new Deal
    {
        Key = new(Connection, Id(deal.Id)),
        SourceVersion = 1,
        Name = deal.Name,
        Amount = deal.Amount,
        ProductLine = deal.ProductLine.Name(),
        OwnerId = Id(deal.OwnerId),
        AccountId = Id(deal.CompanyId),
        StageId = deal.Stage.Key,
        CreatedAt = deal.CreatedAt,
        ClosedAt = deal.CloseDate,
        StageHistory = [.. deal.History.Select(static change => new StageEntry(change.Stage.Key, change.At))],
    });

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
