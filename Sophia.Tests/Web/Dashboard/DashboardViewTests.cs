using Sophia.Core.Dashboard;
using Sophia.Web.Dashboard;

namespace Sophia.Tests.Web.Dashboard;

public sealed class DashboardViewTests
{
    [Fact]
    public void A_change_replaces_the_metrics_that_moved_and_leaves_the_others()
    {
        var before = SampleFigures.View();

        var after = before.After(new DashboardMessage.Change
        {
            Id = "figures",
            Data = SampleFigures.Answer(8, SampleFigures.Metric("revenue.won", 50_000_000m)),
        });

        Assert.Equal(50_000_000m, after.Find("revenue.won")!.Value);
        Assert.Equal(
            before.Figures.Metrics.Skip(1).Select(metric => (metric.Metric, metric.Value)),
            after.Figures.Metrics.Skip(1).Select(metric => (metric.Metric, metric.Value)));
        Assert.Equal((8, 7), (after.Figures.Sequence, after.Answers["stages"].Sequence));
    }

    [Fact]
    public void A_change_that_is_older_than_the_figures_is_ignored()
    {
        var before = SampleFigures.View();

        var after = before.After(new DashboardMessage.Change
        {
            Id = "figures",
            Data = SampleFigures.Answer(6, SampleFigures.Metric("revenue.won", 1m)),
        });

        Assert.Equal(48_324_118m, after.Find("revenue.won")!.Value);
    }

    [Fact]
    public void A_change_about_other_days_asks_for_everything_anew() =>
        Assert.Throws<StaleRangeException>(() => SampleFigures.View().After(new DashboardMessage.Change
        {
            Id = "figures",
            Data = SampleFigures.Answer(8, SampleFigures.Metric("revenue.won", 1m)) with { To = new(2026, 11, 23) },
        }));

    [Fact]
    public void Freshness_changes_without_the_figures()
    {
        var stale = SampleFigures.Of(new()
        {
            Source = "hubspot", Status = FreshnessStatus.Stale, CheckedAt = SampleFigures.Now.AddHours(-1), Loaded = 5, Total = 5, Error = null,
        });

        var after = SampleFigures.View().After(new DashboardMessage.FreshnessChange { Id = "figures", Freshness = stale });

        Assert.Equal(FreshnessStatus.Stale, after.Freshness.Status);
        Assert.Equal(48_324_118m, after.Find("revenue.won")!.Value);
    }

    [Fact]
    public void Stages_keep_their_values_but_not_the_series_that_nobody_draws()
    {
        var view = SampleFigures.View().After(new DashboardMessage.Snapshot { Id = "stages", Data = SampleFigures.Stages(9) });

        var stages = view.Find(OverviewBoard.Stages, "pipeline.open")!.Groups!;
        Assert.Equal([("Qualified", 30_000_000m), ("Contract sent", 11_085_708m)], stages.Select(stage => (stage.Key!, stage.Value!.Value)));
        Assert.All(stages, stage => Assert.Empty(stage.Points));
    }
}
