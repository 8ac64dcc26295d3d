using Sophia.Core.Facts;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Projection;

/// <summary>A seeded company that changes its mind: what its source says, in the order in which it arrives.</summary>
internal static class RandomHistory
{
    private static readonly string?[] s_regions = ["EMEA", "Americas", "APAC", null];
    private static readonly string?[] s_lines = ["Cloud", "Data", null];
    private static readonly string[] s_stages = [New, Offer, Won, Lost, "sales/unknown"];

    private static readonly string?[] s_departments = ["Sales", "Legal", "Support", null];
    private static readonly string?[] s_emails = ["1@company.test", "2@company.test", "3@company.test", "nobody@company.test", null];

    public static List<Fact> Of(int seed, int count)
    {
        var random = new Random(seed);
        var facts = new List<Fact>(Stages);
        for (var number = 0; number < count; number++)
        {
            facts.Add(random.Next(10) switch
            {
                0 => Account($"{random.Next(5)}", Pick(random, s_regions), Pick(random, ["Large", "Small", null])) with { SourceVersion = random.Next(6) },
                1 when random.Next(4) == 0 => Restage(random),
                2 or 3 => ChangeCall(random),
                4 => Transcript($"{random.Next(20)}", random.Next(4) == 0 ? null : random.Next(-100, 101) / 100m) with { SourceVersion = random.Next(6), IsRemoved = random.Next(8) == 0 },
                5 when random.Next(2) == 0 => User($"{random.Next(5)}", Pick(random, s_emails)) with { SourceVersion = random.Next(6) },
                5 or 6 => ChangeEmployee(random),
                7 => ChangeAnswer(random),
                _ => Change(random),
            });
        }

        return facts;
    }

    private static DealStage Restage(Random random)
    {
        var stage = (DealStage)Pick(random, Stages);
        return stage with { SourceVersion = random.Next(6), Label = Pick(random, [stage.Label, "Renamed"]), Probability = random.Next(5) * 0.25m };
    }

    private static Deal Change(Random random)
    {
        var day = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(2000));
        var history = new List<StageEntry>();
        for (var step = random.Next(1, 5); step > 0; step--)
        {
            history.Add(new(Pick(random, s_stages), day));
            day = day.AddHours(random.Next(900));
        }

        return Deal($"{random.Next(30)}", random.Next(8) == 0 ? null : random.Next(100_000) / 100m, (New, "2026-01-01")) with
        {
            SourceVersion = random.Next(6),
            IsRemoved = random.Next(10) == 0,
            ProductLine = Pick(random, s_lines),
            OwnerId = random.Next(6) == 0 ? null : $"{random.Next(6)}",
            AccountId = random.Next(6) == 0 ? null : $"{random.Next(6)}",
            StageId = history[^1].StageId,
            CreatedAt = history[0].EnteredAt,
            ClosedAt = random.Next(5) == 0 ? null : history[^1].EnteredAt,
            StageHistory = history,
        };
    }

    private static Call ChangeCall(Random random) => Call($"{random.Next(20)}", "2025-10-01", random.Next(6) == 0 ? null : $"{random.Next(6)}") with
    {
        SourceVersion = random.Next(6),
        IsRemoved = random.Next(10) == 0,
        StartedAt = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(200_000)),
        DurationSeconds = random.Next(7200),
        Direction = Pick(random, Enum.GetValues<CallDirection>()),
        AccountId = random.Next(6) == 0 ? null : $"{random.Next(6)}",
        IsInternal = Pick<bool?>(random, [true, false, null]),
        OurTalkSeconds = random.Next(5) == 0 ? null : random.Next(60_000) / 10m,
        TheirTalkSeconds = random.Next(5) == 0 ? null : random.Next(60_000) / 10m,
        Topics = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new CallTopic(Pick(random, ["Price", "Scope", "Small talk"]), random.Next(600)))],
    };

    private static Employee ChangeEmployee(Random random) => Employee($"{random.Next(12)}", Pick(random, s_departments)) with
    {
        SourceVersion = random.Next(6),
        IsRemoved = random.Next(12) == 0,
        Email = random.Next(3) == 0 ? Pick(random, s_emails) : $"{random.Next(5)}@company.test",
        HiredOn = random.Next(10) == 0 ? null : new DateOnly(2025, 9, 1).AddDays(random.Next(120)),
        LeftOn = random.Next(3) == 0 ? new DateOnly(2026, 1, 1).AddDays(random.Next(60)) : null,
    };

    private static SurveyResponse ChangeAnswer(Random random) => Answer($"{random.Next(20)}", Pick(random, ["Autumn", "Winter"]), "2025-11-01", random.Next(21) / 2m) with
    {
        SourceVersion = random.Next(6),
        IsRemoved = random.Next(10) == 0,
        AnsweredOn = new DateOnly(2025, 11, 1).AddDays(random.Next(60)),
        EmployeeId = random.Next(4) == 0 ? null : $"{random.Next(13)}",
        Department = random.Next(3) == 0 ? Pick(random, s_departments) : null,
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
