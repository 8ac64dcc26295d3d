using Sophia.Core.Facts;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Projection;

/// <summary>A seeded company that changes its mind: what its source says, in the order in which it arrives.</summary>
internal static class RandomHistory
{
    private static readonly string?[] s_regions = ["EMEA", "Americas", "APAC", null];
    private static readonly string?[] s_lines = ["Cloud", "Data", null];
    private static readonly string[] s_stages = [New, Offer, Won, Lost, "sales/unknown"];

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
            AccountId = random.Next(6) == 0 ? null : $"{random.Next(6)}",
            StageId = history[^1].StageId,
            CreatedAt = history[0].EnteredAt,
            ClosedAt = random.Next(5) == 0 ? null : history[^1].EnteredAt,
            StageHistory = history,
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
