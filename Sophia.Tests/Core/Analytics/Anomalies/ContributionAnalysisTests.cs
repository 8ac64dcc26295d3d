using Sophia.Core.Analytics.Anomalies.Contributors;

namespace Sophia.Tests.Core.Analytics.Anomalies;

public sealed class ContributionAnalysisTests
{
    [Fact]
    public void A_fall_in_revenue_is_told_along_the_dimension_that_explains_it_and_adds_up()
    {
        var told = ContributionAnalysis.Explain(700, 1000, new Dictionary<string, IReadOnlyList<ContributionPart>>(StringComparer.Ordinal)
        {
            ["product"] = [new("Basic", 350, 500), new("Pro", 350, 500)],
            ["region"] = [new("EMEA", 90, 400), new("Americas", 310, 300), new("APAC", 300, 290)],
        });

        Assert.Equal("region, product", string.Join(", ", told.Select(static dimension => dimension.Dimension)));
        Assert.Equal(("EMEA", -310.0), (told[0].Contributions[0].Name, told[0].Contributions[0].Amount));
        Assert.All(told, static dimension =>
        {
            Assert.Equal(-300, dimension.Contributions.Sum(static part => part.Amount), 9);
            Assert.Equal(1, dimension.Contributions.Sum(static part => part.Share), 9);
        });
    }

    [Fact]
    public void What_the_members_leave_unexplained_is_said_as_the_rest()
    {
        var told = ContributionAnalysis.Explain(700, 1000, new Dictionary<string, IReadOnlyList<ContributionPart>>(StringComparer.Ordinal)
        {
            ["rep"] = [new("Ada", 100, 300), new("Grace", 200, 250)],
        });

        Assert.Equal("Ada, (rest), Grace", string.Join(", ", told[0].Contributions.Select(static part => part.Name)));
        Assert.Equal(-300, told[0].Contributions.Sum(static part => part.Amount), 9);
    }

    [Fact]
    public void A_win_rate_that_fell_because_a_weak_region_grew_is_a_matter_of_mix_and_adds_up()
    {
        var told = ContributionAnalysis.ExplainRatio(new Dictionary<string, IReadOnlyList<RatioPart>>(StringComparer.Ordinal)
        {
            ["region"] = [new("Strong", 50, 100, 50, 100), new("Weak", 30, 300, 10, 100), new("New", 1, 10, 0, 0)],
        });

        Assert.Equal((81.0 / 410) - (60.0 / 200), told[0].Contributions.Sum(static part => part.Amount), 12);
        Assert.DoesNotContain(told[0].Contributions, static part => part.Name == ContributionAnalysis.Rest);
        Assert.Equal("Strong, Weak, New", string.Join(", ", told[0].Contributions.Select(static part => part.Name)));
    }

    [Fact]
    public void Random_splits_always_add_up_to_the_whole()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var parts = Enumerable.Range(0, random.Next(0, 8))
                .Select(part => new ContributionPart($"part {part}", (random.NextDouble() - 0.3) * 1e6, (random.NextDouble() - 0.3) * 1e6)).ToArray();
            var (actual, expected) = (random.NextDouble() * 1e6, random.NextDouble() * 1e6);
            var told = ContributionAnalysis.Explain(actual, expected, new Dictionary<string, IReadOnlyList<ContributionPart>>(StringComparer.Ordinal) { ["any"] = parts });

            Assert.Equal(actual - expected, told[0].Contributions.Sum(static part => part.Amount), 6);
            Assert.True(double.IsFinite(told[0].Surprise));
        }
    }
}
