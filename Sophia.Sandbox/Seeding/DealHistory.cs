using System.Collections.Immutable;
using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>Makes the past of one deal: when it came, which stages it went through, how it ended.</summary>
internal sealed class DealHistory(Market market, BusinessCalendar calendar)
{
    /// <summary>What the chance of winning was multiplied by in the bad quarter.</summary>
    public const double BadQuarterWinFactor = 0.5;

    private const double BadQuarterAmountFactor = 0.8;
    private const double LostDealsTakeLonger = 1.15;

    /// <summary>A deal that began before today. Its close may lie ahead: then it is open.</summary>
    public Deal Make(long id, SeededRandom random)
    {
        while (true)
        {
            var prospect = market.Draw(random);
            var closeDay = calendar.DayAt(random.NextDouble());
            var bad = Quarter.Of(closeDay) == calendar.BadQuarter;
            var won = random.Chance(prospect.WinRate * (bad ? BadQuarterWinFactor : 1));
            var days = Math.Clamp(prospect.CycleDays * (won ? 1 : LostDealsTakeLonger), 2, BusinessCalendar.LongestCycleDays);
            var createdDay = closeDay.AddDays(-(int)days);
            if (createdDay >= calendar.Today)
            {
                continue;
            }

            var priceLevel = Math.Pow(BusinessCalendar.PriceGrowth, calendar.YearsFromToday(createdDay));
            return Make(id, prospect, Market.Price(prospect.Amount * priceLevel * (bad ? BadQuarterAmountFactor : 1)), createdDay, closeDay, won, random);
        }
    }

    /// <summary>A deal whose terms are given.</summary>
    public Deal Make(long id, Prospect prospect, decimal amount, DateOnly createdDay, DateOnly closeDay, bool won, SeededRandom random)
    {
        var created = WorkingHour(createdDay, prospect.Company.Region, random);
        var closed = WorkingHour(closeDay, prospect.Company.Region, random);
        var end = new DateTimeOffset(calendar.Today, TimeOnly.MinValue, TimeSpan.Zero);
        ImmutableArray<StageChange> history = [.. Path(created, closed, won, random).Where(change => change.At < end)];
        return new Deal
        {
            Id = id,
            Name = prospect.Name,
            Amount = amount,
            CloseDate = closed,
            OwnerId = prospect.Owner.Id,
            CompanyId = prospect.Company.Id,
            ProductLine = prospect.ProductLine,
            CreatedAt = created,
            ModifiedAt = history[^1].At,
            History = history,
        };
    }

    private static IEnumerable<StageChange> Path(DateTimeOffset created, DateTimeOffset closed, bool won, SeededRandom random)
    {
        var reached = won ? DealStage.ContractSent : (DealStage)random.PickWeighted([0.30, 0.26, 0.22, 0.13, 0.09]);
        List<DealStage> between = [];
        for (var stage = DealStage.QualifiedToBuy; stage <= reached; stage++)
        {
            if (!random.Chance(0.12))
            {
                between.Add(stage);
            }
        }

        yield return new StageChange(DealStage.AppointmentScheduled, created);
        double[] moments = [.. between.Select(_ => random.NextDouble()).Order()];
        for (var index = 0; index < between.Count; index++)
        {
            yield return new StageChange(between[index], created.AddMilliseconds(Math.Floor((closed - created).TotalMilliseconds * (0.02 + (0.96 * moments[index])))));
        }

        yield return new StageChange(won ? DealStage.ClosedWon : DealStage.ClosedLost, closed);
    }

    private static DateTimeOffset WorkingHour(DateOnly day, Region region, SeededRandom random) =>
        new DateTimeOffset(day, new TimeOnly(RegionProfile.Of(region).OpensAtUtc, 0), TimeSpan.Zero).AddMilliseconds(random.Next(36_000_000));
}
