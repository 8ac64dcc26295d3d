using Sophia.Core.Analytics.Discovery.Changes;

namespace Sophia.Tests.Core.Analytics.Discovery;

public sealed class ChangeExplanationTests
{
    [Fact]
    public void Twice_as_many_of_everything_is_volume()
    {
        var explained = ChangeExplanation.Of([new("EMEA", 10, 1_000, 20, 2_000), new("APAC", 5, 250, 10, 500)]);

        Assert.Equal((1_250m, 1_250m, 0m, 0m), (explained.Change, explained.Volume, explained.Mix, explained.Price));
    }

    [Fact]
    public void Dearer_is_price_and_other_members_are_mix()
    {
        var dearer = ChangeExplanation.Of([new("EMEA", 10, 1_000, 10, 1_100), new("APAC", 5, 250, 5, 250)]);
        var moved = ChangeExplanation.Of([new("EMEA", 10, 1_000, 5, 500), new("APAC", 5, 250, 10, 500)]);

        Assert.Equal((0m, 0m, 100m), (dearer.Volume, dearer.Mix, dearer.Price));
        Assert.Equal((0m, -250m, 0m), (moved.Volume, moved.Mix, moved.Price));
        Assert.Equal(["EMEA", "APAC"], moved.Parts.Select(static part => part.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Whatever_comes_and_goes_the_parts_sum_to_the_change_exactly()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var parts = Enumerable.Range(0, random.Next(0, 8)).Select(number =>
            {
                var (before, after) = (random.Next(3) == 0 ? 0 : random.Next(1, 90), random.Next(3) == 0 ? 0 : random.Next(1, 90));
                return new ChangePart($"{number}", before, before == 0 ? 0 : random.Next(-100, 9_999_999) / 100m, after, after == 0 ? 0 : random.Next(-100, 9_999_999) / 100m);
            }).ToArray();

            var explained = ChangeExplanation.Of(parts);

            Assert.Equal(parts.Sum(static part => part.ValueAfter - part.ValueBefore), explained.Change);
            Assert.Equal(explained.Change, explained.Volume + explained.Mix + explained.Price);
            Assert.Equal(explained.Change, explained.Parts.Sum(static part => part.Total));
        }
    }

    [Fact]
    public void Value_without_a_count_is_refused() =>
        Assert.Throws<ArgumentException>(static () => ChangeExplanation.Of([new("EMEA", 0, 10, 1, 10)]));

    [Fact]
    public void Factors_sum_to_the_change_and_need_to_be_above_nothing()
    {
        var effects = FactorChange.Of([("deals", 100, 120), ("win rate", 0.3, 0.15), ("average", 1_000, 1_100)])!;

        Assert.Equal((120 * 0.15 * 1_100) - (100 * 0.3 * 1_000), effects.Sum(static effect => effect.Effect), 1e-6);
        Assert.Equal("win rate", effects[0].Factor);
        Assert.Null(FactorChange.Of([("deals", 0, 120)]));
        Assert.Null(FactorChange.Of([("deals", double.NaN, 120)]));
    }
}
