using System.Globalization;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Waterfall;
using static Sophia.Tests.Core.Analytics.Sales.MadeUpSales;

namespace Sophia.Tests.Core.Analytics.Sales;

public sealed class PipelineWaterfallTests
{
    private static readonly DateTimeOffset s_from = Midnight(2026, 1, 1);
    private static readonly DateTimeOffset s_before = Midnight(2026, 4, 1);
    private static readonly DateTimeOffset s_in = Midnight(2026, 2, 1);
    private static readonly DateTimeOffset s_later = Midnight(2026, 6, 1);

    [Fact]
    public void Every_move_of_a_quarter_has_its_own_step()
    {
        PipelineDeal[] start =
        [
            Known(1, 100, s_in, DealOutcome.Open), Known(2, 200, s_in, DealOutcome.Open), Known(3, 300, s_in, DealOutcome.Open),
            Known(4, 400, s_later, DealOutcome.Open), Known(5, 500, s_in, DealOutcome.Open), Known(6, null, s_in, DealOutcome.Open),
            Known(7, 700, s_in, DealOutcome.Lost),
        ];
        PipelineDeal[] end =
        [
            Known(1, 120, s_in, DealOutcome.Won), Known(2, 150, s_in, DealOutcome.Lost), Known(3, 300, s_later, DealOutcome.Open),
            Known(4, 400, s_in, DealOutcome.Open), Known(6, 60, s_in, DealOutcome.Open), Known(7, 700, s_in, DealOutcome.Open),
            Known(8, 80, s_in, DealOutcome.Open), Known(9, 90, s_in, DealOutcome.Won),
        ];

        var waterfall = PipelineWaterfall.Between(start, end, s_from, s_before);

        Assert.Equal(
            new PipelineWaterfall
            {
                Start = 1100, New = 170, Reopened = 700, PulledIn = 400, Raised = 80, Lowered = 50,
                PushedOut = 300, Won = 210, Lost = 150, Removed = 500, End = 1240,
            },
            waterfall);
        Assert.Equal(waterfall.End, waterfall.Reconciled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_the_steps_lead_from_start_to_end(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var waterfall = PipelineWaterfall.Between(Draw(random), Draw(random), s_from, s_before);

            Assert.Equal(waterfall.End, waterfall.Reconciled);
        }
    }

    [Fact]
    public void The_made_up_company_reconciles_in_every_month()
    {
        for (var month = Midnight(2024, 1, 1); month < Midnight(2026, 11, 1); month = month.AddMonths(1))
        {
            var waterfall = PipelineWaterfall.Between(
                Known(CompanyHistory.At(month)), Known(CompanyHistory.At(month.AddMonths(1))), month, month.AddMonths(1));

            Assert.Equal(waterfall.End, waterfall.Reconciled);
            Assert.True(waterfall.Won > 0 && waterfall.Lost > 0);
        }
    }

    private static IEnumerable<PipelineDeal> Known(SalesHistory history) => history.Courses.Select(static course =>
        new PipelineDeal(course.Deal.Key, course.Deal.Amount, course.Deal.ClosedAt, course.Outcome));

    private static PipelineDeal[] Draw(Random random) =>
    [
        .. Enumerable.Range(0, 30).Where(_ => random.Next(4) > 0).Select(id => Known(
            id,
            random.Next(5) == 0 ? null : random.Next(-500, 100_000) / 100m,
            random.Next(5) == 0 ? null : s_from.AddDays(random.Next(-60, 160)),
            (DealOutcome)random.Next(3))),
    ];

    private static PipelineDeal Known(int id, decimal? amount, DateTimeOffset? closes, DealOutcome outcome) =>
        new(new("test", id.ToString(CultureInfo.InvariantCulture)), amount, closes, outcome);
}
