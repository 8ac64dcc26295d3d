using Sophia.Core.Analytics.Churn;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Predictions;

namespace Sophia.Tests.Web.Predictions;

[InLanguage("en")]
public sealed class QualityTests
{
    [Fact]
    public async Task A_model_says_its_measures_in_words_and_its_calibration_in_a_table()
    {
        var page = await RenderAsync(Quality());

        Assert.Contains("the right one had the higher probability in 78.0% of pairs", page.Find("quality-deals-measures").Words(), StringComparison.Ordinal);
        Assert.Equal(
            [["Measured on", "Promised", "Seen", "Cases"], ["Held out of training", "12.0%", "10.0%", "1,200"], ["Decided since", "50.0%", "25.0%", "4"]],
            page.Find("deals-calibration-table").Rows());
        Assert.Equal("Track record so far: 4 predictions were decided, telling apart 0.700, calibration error 25.0%.", page.Find("quality-deals-record").Words());
    }

    [Fact]
    public async Task A_model_that_was_declined_says_why_and_shows_no_figure()
    {
        var page = await RenderAsync(null, "Too few deals were won and lost to learn from.");

        Assert.Equal("There are no predictions Too few deals were won and lost to learn from.", page.Find("quality-deals-none").Words());
        Assert.False(page.Has("quality-deals-measures"));
    }

    [Fact]
    public async Task Predictions_with_one_end_only_measure_nothing_yet()
    {
        var page = await RenderAsync(Quality() with { Decided = 3, TrackRecord = null, TrackRecordCalibration = [] });

        Assert.Equal("Track record so far: 3 predictions were decided, all with the same end, which measures nothing yet.", page.Find("quality-deals-record").Words());
    }

    [Fact]
    public async Task A_forecast_is_held_against_the_naive_one_and_a_declined_one_gives_its_reason()
    {
        MetricForecast made = new()
        {
            Metric = "revenue.won", Dimension = null, Member = null, MadeAt = SampleFigures.Now, Granularity = Granularity.Month, Periods = 40,
            Points = [new(new(2026, 11, 1), 1_000, 900, 1_100)], Level = 0.95, Models = [new("ETS", "ETS(A,N,A)", 1, 100)], Reason = "Best of five.",
            BackTest = new() { Origins = 5, Steps = 20, MeanAbsoluteError = 150, Bias = 20, NaiveError = 100, ShareAbove = 0.1, ShareBelow = 0 },
        };
        var declined = made with { Metric = "pipeline.open", Points = [], Models = [], BackTest = null, Reason = "Too short." };

        var page = await Rendered.AsAsync<ForecastQualityPanel>(
            (nameof(ForecastQualityPanel.Forecasts), new[] { declined, made }), (nameof(ForecastQualityPanel.Now), SampleFigures.Now));

        var rows = page.Find("quality-forecasts-table").Rows();
        Assert.Equal(["Revenue 40 months known", "15.0% ours 10.0% naive 50.0% larger", "+2.0%forecasts too low", "90.0%of 95% meant", "ETS(A,N,A) 100.0%", "Best of five."], rows[1]);
        Assert.Equal(["Open pipeline 40 months known", "Declined rather than guessed", "—", "Too short."], rows[2]);
    }

    [Fact]
    public async Task What_customers_have_moved_in_is_told_with_a_verdict_the_worst_first()
    {
        var page = await RenderAsync(new CustomerDrift("abc", SampleFigures.Now, 1_240,
        [
            new("open deals", 0.31, 0.02, DriftVerdict.Moved), new("region", 0.12, 0.02, DriftVerdict.Watch), new("segment", 0.11, 0.13, DriftVerdict.Stable),
        ]));

        Assert.Equal("Moved: train anew", page.Find("quality-drift-verdict").Words());
        Assert.Contains("1,240 customers were compared", page.Find("quality-drift").Words(), StringComparison.Ordinal);
        Assert.Equal(
            [["Open deals", "", "0.31", "0.02", "Moved: train anew"], ["Region", "", "0.12", "0.02", "Watch"], ["Segment", "", "0.11", "0.13", "Stable"]],
            page.Find("quality-drift-table").Rows()[1..]);
    }

    [Fact]
    public async Task Before_the_first_comparison_it_is_not_known_whether_customers_have_moved()
    {
        var page = await RenderAsync((CustomerDrift?)null);

        Assert.Contains("Not known yet", page.Find("quality-drift").Words(), StringComparison.Ordinal);
        Assert.False(page.Has("quality-drift-table"));
    }

    [Fact]
    public async Task The_load_ahead_is_told_in_whole_calls_with_how_often_such_bounds_were_exceeded()
    {
        var tuesday = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var page = await RenderAsync(LoadAnswer.NotYet with
        {
            MadeAt = SampleFigures.Now, HistoryHours = 1_008, ServiceLevel = 0.975, Recent = [new(tuesday.AddHours(-1), 3)],
            Ahead = [new(tuesday, 2.4, 4.2), new(tuesday.AddHours(1), 3.1, 6.6)], Models = [new("ETS", "ETS(A,N,A)", 1, 1)], Reason = "Best of five.",
            BackTest = new() { Origins = 5, Steps = 240, MeanAbsoluteError = 1, Bias = 0, NaiveError = 2, ShareAbove = 0.021, ShareBelow = 0 },
        });

        Assert.Equal("Calls an hour: at most 7, on Tuesday 10:00 UTC.", page.Find("quality-load-peak").Words());
        Assert.Equal([["Hour", "Expected", "At most"], ["Tuesday 09:00 UTC", "2.4", "5"], ["Tuesday 10:00 UTC", "3.1", "7"]], page.Find("load-ahead-table").Rows());
        Assert.Equal("Looking back, such bounds were exceeded in 2.1% of 240 hours; 2.5% are meant.", page.Find("quality-load-record").Words());
    }

    [Fact]
    public async Task Too_little_load_to_look_ahead_from_says_so()
    {
        var page = await RenderAsync(LoadAnswer.NotYet with { MadeAt = SampleFigures.Now, Reason = "6 whole days of calls are known." });

        Assert.Equal("There are no predictions 6 whole days of calls are known.", page.Find("quality-load-none").Words());
        Assert.False(page.Has("quality-load-peak"));
    }

    private static ModelQuality Quality() => new()
    {
        Version = "abc", TrainedAt = SampleFigures.Now, LearntFrom = 1_300,
        HeldOut = new(0.78, 0.5, 0.2, 0.02, 2.1), HeldOutCalibration = [new(1_200, 0.12, 0.10)],
        Decided = 4, TrackRecord = new(0.70, 0.6, 0.22, 0.25, 1.5), TrackRecordCalibration = [new(4, 0.5, 0.25)],
    };

    private static Task<AngleSharp.Dom.IDocument> RenderAsync(LoadAnswer load) =>
        Rendered.AsAsync<LoadPanel>((nameof(LoadPanel.Load), load), (nameof(LoadPanel.Now), SampleFigures.Now));

    private static Task<AngleSharp.Dom.IDocument> RenderAsync(CustomerDrift? drift) =>
        Rendered.AsAsync<DriftTable>((nameof(DriftTable.Drift), drift), (nameof(DriftTable.Now), SampleFigures.Now));

    private static Task<AngleSharp.Dom.IDocument> RenderAsync(ModelQuality? quality, string? declined = null) => Rendered.AsAsync<ModelQualityPanel>(
        (nameof(ModelQualityPanel.Id), "deals"),
        (nameof(ModelQualityPanel.Title), "Chances of deals"),
        (nameof(ModelQualityPanel.Promise), "A promise."),
        (nameof(ModelQualityPanel.Quality), quality),
        (nameof(ModelQualityPanel.Declined), declined),
        (nameof(ModelQualityPanel.Cases), "quality.learntDeals"),
        (nameof(ModelQualityPanel.Undecided), "Nothing decided."),
        (nameof(ModelQualityPanel.Now), SampleFigures.Now));
}
