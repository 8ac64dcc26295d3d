using System.Globalization;
using Sophia.Benchmarks.Discovery;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Facts;
using Sophia.Sandbox;
using Sophia.Sandbox.Seeding;

namespace Sophia.Tests.Core.Analytics.Sales;

internal static class MadeUpSales
{
    private static readonly Lazy<SeededCompany> s_company = new(static () => CompanySeeder.Seed(new SandboxOptions(), new DateOnly(2026, 11, 22)));
    private static readonly Lazy<SalesHistory> s_history = new(static () => HistoryOf(s_company.Value, Midnight(2026, 11, 22)));

    /// <summary>The made-up company of 20,000 deals; seeded once for all tests.</summary>
    public static SeededCompany Company => s_company.Value;

    public static SalesHistory CompanyHistory => s_history.Value;

    public static SalesHistory HistoryOf(SeededCompany company, DateTimeOffset asOf) =>
        SalesHistory.Read(SeededFacts.Deals(company.Deals), SeededFacts.Stages, SeededFacts.Accounts(company), asOf);

    public static DateTimeOffset Midnight(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A deal that enters stages on given days after 1 January 2026.</summary>
    public static Deal Deal(int id, params (string Stage, double Day)[] path) => new()
    {
        Key = new("test", id.ToString(CultureInfo.InvariantCulture)),
        SourceVersion = 1,
        Name = $"Deal {id}",
        Amount = 1_000,
        ProductLine = "Platform",
        OwnerId = "seller",
        AccountId = null,
        StageId = path[^1].Stage,
        CreatedAt = Midnight(2026, 1, 1).AddDays(path[0].Day),
        ClosedAt = null,
        StageHistory = [.. path.Select(static step => new StageEntry(step.Stage, Midnight(2026, 1, 1).AddDays(step.Day)))],
    };

    public static SalesHistory History(DateTimeOffset asOf, params Deal[] deals) => SalesHistory.Read(deals, Stages, [], asOf);

    private static readonly DealStage[] Stages =
    [
        Stage("first", 0, closed: false, won: false),
        Stage("second", 1, closed: false, won: false),
        Stage("won", 2, closed: true, won: true),
        Stage("lost", 3, closed: true, won: false),
    ];

    private static DealStage Stage(string id, int order, bool closed, bool won) => new()
    {
        Key = new("test", id),
        SourceVersion = 1,
        PipelineId = "default",
        Label = id,
        Order = order,
        Probability = won ? 1 : 0,
        IsClosed = closed,
        IsWon = won,
    };
}
