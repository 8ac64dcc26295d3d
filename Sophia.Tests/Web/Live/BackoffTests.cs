using Sophia.Web.Live;

namespace Sophia.Tests.Web.Live;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 125, 250)]
    [InlineData(3, 500, 1_000)]
    [InlineData(6, 4_000, 8_000)]
    [InlineData(7, 7_500, 15_000)]
    [InlineData(5_000, 7_500, 15_000)]
    public void The_wait_grows_to_a_limit_and_is_spread_by_chance(int failures, int least, int most)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.After(failures).TotalMilliseconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 10, "two hundred waits are hardly different");
    }
}
