using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls;

/// <summary>Draws calls: with customers about a deal, and among colleagues.</summary>
internal sealed class CallDraft(SeededCompany company, CallPeople people)
{
    /// <summary>The share of calls that colleagues hold among themselves.</summary>
    public const double InternalShare = 0.2;

    private const double CheckInShare = 0.12;
    private const double NeverRecorded = 0.08;

    private readonly DateTimeOffset _begin = new(company.FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
    private readonly DateTimeOffset _end = new(company.Today, TimeOnly.MinValue, TimeSpan.Zero);
    private readonly Dictionary<long, Company> _companies = company.Companies.ToDictionary(static one => one.Id);

    /// <summary>A call of the seeded history.</summary>
    public Call OfHistory(long number, SeededRandom random) =>
        random.Chance(InternalShare) ? Internal(number, null, random) : External(number, random);

    /// <summary>A call among colleagues, at a moment of the history unless one is given.</summary>
    public Call Internal(long number, DateTimeOffset? startsAt, SeededRandom random)
    {
        while (true)
        {
            var day = startsAt is { } now ? DateOnly.FromDateTime(now.UtcDateTime) : company.FirstDay.AddDays(random.Next(company.Today.DayNumber - company.FirstDay.DayNumber));
            if (startsAt is null && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            if (people.PickColleague(day, random) is not { } host)
            {
                continue;
            }

            var recorded = !random.Chance(NeverRecorded);
            return new Call
            {
                Id = WireId.OfCall(number),
                Number = number,
                StartedAt = startsAt ?? At(day, host.Site.Region, random),
                DurationSeconds = (int)Math.Clamp(random.LogNormal(1_750, 0.4), 300, 5_400),
                Kind = CallKind.Internal,
                Mood = CallMood.Open,
                HostId = host.Id,
                IsAnalysed = recorded,
            };
        }
    }

    /// <summary>A call about a deal.</summary>
    /// <param name="number">The call's number.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="kind">What the call is for.</param>
    /// <param name="startsAt">When.</param>
    /// <param name="isWrittenDown">Whether there will be a transcript; those calls are shorter.</param>
    /// <param name="random">The call's draws.</param>
    public Call About(long number, Deal deal, CallKind kind, DateTimeOffset startsAt, bool isWrittenDown, SeededRandom random)
    {
        var day = DateOnly.FromDateTime(startsAt.UtcDateTime);
        var mood = deal.Stage switch
        {
            DealStage.ClosedWon => CallMood.Won,
            // In the beginning nobody notices.
            DealStage.ClosedLost => kind == CallKind.Discovery && random.Chance(0.3) ? CallMood.Open : CallMood.Lost,
            DealStage.AppointmentScheduled or DealStage.QualifiedToBuy or DealStage.PresentationScheduled
                or DealStage.DecisionMakerBoughtIn or DealStage.ContractSent => CallMood.Open,
        };
        return WithLength(
            new Call
            {
                Id = WireId.OfCall(number),
                Number = number,
                StartedAt = startsAt,
                DurationSeconds = 0,
                Kind = kind,
                Mood = kind == CallKind.CheckIn && random.Chance(0.15) ? CallMood.Lost : mood,
                HostId = people.HostOf(deal, kind, day, random).Id,
                DealId = deal.Id,
                CompanyId = deal.CompanyId,
                ProductLine = deal.ProductLine,
                Amount = deal.Amount,
                HasTranscript = isWrittenDown,
                IsAnalysed = isWrittenDown || !random.Chance(NeverRecorded),
            },
            random);
    }

    /// <summary>The call with a transcript, and of a length that a transcript has.</summary>
    public static Call WrittenDown(Call call, SeededRandom random) =>
        WithLength(call with { HasTranscript = true, IsAnalysed = true }, random);

    private static Call WithLength(Call call, SeededRandom random) => call with
    {
        DurationSeconds = call.HasTranscript
            ? (int)Math.Clamp(random.LogNormal(400, 0.3), 210, 900)
            : (int)Math.Clamp(random.LogNormal(1_500, 0.5), 90, 5_400),
    };

    private static DateTimeOffset At(DateOnly day, Region region, SeededRandom random) =>
        new DateTimeOffset(day, new TimeOnly(RegionProfile.Of(region).OpensAtUtc, 0), TimeSpan.Zero)
            // People begin at the quarter hour, and a little after it.
            .AddMinutes((15 * random.Next(32)) + random.Next(4)).AddSeconds(random.Next(60));

    private Call External(long number, SeededRandom random)
    {
        while (true)
        {
            var deal = random.Pick(company.Deals);
            var segment = _companies[deal.CompanyId].Segment;
            if (segment == Segment.Smb && !random.Chance(0.6))
            {
                continue;
            }

            var isCheckIn = deal.Stage == DealStage.ClosedWon && random.Chance(CheckInShare);
            var progress = random.NextDouble();
            var moment = isCheckIn
                ? deal.CloseDate.AddDays(random.Between(10, 300))
                : deal.CreatedAt + ((deal.CloseDate - deal.CreatedAt) * progress);
            var day = Weekday(DateOnly.FromDateTime(moment.UtcDateTime));
            var startsAt = At(day, _companies[deal.CompanyId].Region, random);
            if (startsAt < _begin || startsAt.AddHours(2) >= _end)
            {
                continue;
            }

            var kind = isCheckIn ? CallKind.CheckIn : progress switch
            {
                < 0.32 => CallKind.Discovery,
                < 0.68 => CallKind.Demo,
                _ => CallKind.Negotiation,
            };
            return About(number, deal, kind, startsAt, isWrittenDown: false, random);
        }
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}
