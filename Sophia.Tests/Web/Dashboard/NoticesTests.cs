using Sophia.Core.Dashboard;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;
using Sophia.Web.Live;

namespace Sophia.Tests.Web.Dashboard;

[InLanguage("en")]
public sealed class NoticesTests
{
    private static readonly LiveStatus s_live = new(LiveState.Connected, SampleFigures.Now);

    [Fact]
    public void When_all_is_well_nothing_is_said() =>
        Assert.Empty(Notices.Of(PageTexts.All, SampleFigures.View(), failure: null, s_live, SampleFigures.Now));

    [Fact]
    public void A_first_load_says_how_far_it_is_and_that_figures_are_incomplete()
    {
        var notice = Assert.Single(Notices.Of(PageTexts.All, SampleFigures.View(Source(FreshnessStatus.Loading, 12_300, 20_000)), null, s_live, SampleFigures.Now));

        Assert.Equal(new("loading", "Figures are incomplete.", "The first load of HubSpot is at 12,300 of 20,000.", 0.615), notice);
    }

    [Fact]
    public void A_first_load_of_unknown_size_shows_no_invented_progress()
    {
        var notice = Assert.Single(Notices.Of(PageTexts.All, SampleFigures.View(Source(FreshnessStatus.Loading, 300, null)), null, s_live, SampleFigures.Now));

        Assert.Equal(("The first load of HubSpot is at 300 objects.", null), (notice.Text, notice.Progress));
    }

    [Fact]
    public void Stale_figures_say_since_when_and_why()
    {
        var view = SampleFigures.View(Source(FreshnessStatus.Stale, 5, 5, "HTTP 503."));

        var notice = Assert.Single(Notices.Of(PageTexts.All, view, null, s_live, SampleFigures.Now));

        Assert.Equal("HubSpot was last reached 12 minutes ago, at 14:20:05 UTC. The last attempt failed: HTTP 503.", notice.Text);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(125, 1)]
    public void A_lost_line_is_spoken_of_when_it_lasts(int seconds, int notices)
    {
        var said = Notices.Of(PageTexts.All, SampleFigures.View(), null, new(LiveState.Reconnecting, SampleFigures.Now.AddSeconds(-seconds)), SampleFigures.Now);

        Assert.Equal(notices, said.Count);
        Assert.All(said, notice => Assert.Equal(
            "Live updates have been interrupted for 2 minutes. You see the figures as of 14:32:03 UTC. Reconnecting by itself.",
            $"{notice.Title} {notice.Text}"));
    }

    private static Freshness Source(FreshnessStatus status, long loaded, long? total, string? error = null) => SampleFigures.Of(new()
    {
        Source = "hubspot", Status = status, CheckedAt = SampleFigures.Now.AddMinutes(-12), Loaded = loaded, Total = total, Error = error,
    });
}
