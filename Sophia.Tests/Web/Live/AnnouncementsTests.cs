using Sophia.Web.Live;

namespace Sophia.Tests.Web.Live;

public sealed class AnnouncementsTests
{
    [Fact]
    public void Movements_within_the_pause_are_said_together_afterwards()
    {
        var announcements = new Announcements();

        announcements.Note("revenue.won");
        Assert.Equal(["revenue.won"], announcements.Take(SampleFigures.Now));

        announcements.Note("deals.won");
        announcements.Note("revenue.won");
        announcements.Note("deals.won");
        Assert.Empty(announcements.Take(SampleFigures.Now.AddSeconds(19)));
        Assert.Equal(["deals.won", "revenue.won"], announcements.Take(SampleFigures.Now.AddSeconds(20)));
        Assert.Empty(announcements.Take(SampleFigures.Now.AddSeconds(60)));
    }
}
