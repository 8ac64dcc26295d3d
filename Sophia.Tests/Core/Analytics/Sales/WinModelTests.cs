using Sophia.Core.Analytics.Churn.Models;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Winning;
using static Sophia.Tests.Core.Analytics.Sales.MadeUpSales;

namespace Sophia.Tests.Core.Analytics.Sales;

public sealed class WinModelTests
{
    [Fact]
    public void Chances_given_to_open_deals_come_true_later()
    {
        // Before the bad quarter, of which nobody could know.
        var then = Midnight(2025, 9, 1);
        var history = CompanyHistory.At(then);
        var model = WinModel.Train(history)!;
        var ends = CompanyHistory.Courses.ToDictionary(static course => course.Deal.Key, static course => course.Outcome);

        var scored = history.Open
            .Select(course => (model.Score(course, then).Probability, End: ends[course.Deal.Key]))
            .Where(static pair => pair.End is not DealOutcome.Open)
            .ToArray();
        var measured = Measures.Of([.. scored.Select(static pair => pair.Probability)], [.. scored.Select(static pair => pair.End is DealOutcome.Won)]);

        TestContext.Current.TestOutputHelper?.WriteLine($"{scored.Length} deals, {measured}; held out {model.Measured}");
        Assert.True(measured.Auc > 0.75, measured.ToString());
        Assert.True(model.Measured.CalibrationError < 0.03, model.Measured.ToString());
        Assert.True(measured.CalibrationError < 0.10, measured.ToString());
    }

    [Fact]
    public void Reasons_and_baseline_add_up_and_a_weak_seller_is_among_them()
    {
        var model = WinModel.Train(CompanyHistory)!;
        var weak = $"seller {Company.Planted.WeakOwnerIds[0]}";

        var chances = CompanyHistory.Open.Select(course => model.Score(course, CompanyHistory.AsOf)).ToArray();

        Assert.All(chances, chance =>
        {
            Assert.InRange(chance.Probability, 0, 1);
            Assert.Equal(chance.LogOdds, chance.Baseline + chance.Reasons.Sum(static reason => reason.LogOdds), 1e-9);
        });
        Assert.True(chances.Min(chance => chance.Reasons.Single(reason => reason.Feature == weak).LogOdds) < -0.5);
    }

    [Fact]
    public void With_too_few_closed_deals_there_is_no_model()
    {
        var few = Enumerable.Range(0, 40).Select(static id => Deal(id, ("first", 0), (id % 2 == 0 ? "won" : "lost", 30))).ToArray();

        Assert.Null(WinModel.Train(History(Midnight(2026, 3, 1), few)));
        Assert.Null(WinModel.Train(History(Midnight(2026, 3, 1))));
    }
}
