using Sophia.Core.Alerts;
using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Alerts;

namespace Sophia.Tests.Web.Alerts;

[InLanguage("en")]
public sealed class AlertTextTests
{
    [Fact]
    public void A_limit_is_said_in_the_metrics_unit_and_a_change_with_its_sign()
    {
        Assert.Equal("at least $5,000,000", AlertText.Limit(PageTexts.All, SampleAlerts.Below()));
        var fall = SampleAlerts.Changed(-0.3166m, -0.25m);
        Assert.Equal("at least −25.0%", AlertText.Limit(PageTexts.All, fall));
        Assert.Equal("−31.7% (was $6,000,000)", AlertText.Change(PageTexts.All, fall));
    }

    [Fact]
    public void A_learnt_range_is_an_expectation_and_one_that_is_missing_is_not_made_up()
    {
        var anomaly = SampleAlerts.Below() with { Condition = RuleCondition.Anomaly, Expected = new(100_000, 150_000, 200_000) };

        Assert.Equal("$100,000 to $200,000", AlertText.Limit(PageTexts.All, anomaly));
        Assert.Equal("Nothing was expected yet", AlertText.Limit(PageTexts.All, anomaly with { Expected = new(null, null, null) }));
    }

    [Fact]
    public void A_part_is_named_and_its_rows_and_board_keep_to_it()
    {
        var emea = SampleAlerts.Below() with { Dimension = Dimension.Region, Member = "EMEA" };

        Assert.Equal("Revenue · EMEA", AlertText.Subject(PageTexts.All, emea));
        Assert.Equal("/rows?metric=revenue.won&from=2026-10-24&to=2026-11-22&filter=region:EMEA", Uri.UnescapeDataString(AlertText.RowsOf(emea)));
        Assert.Equal("/?from=2026-10-24&to=2026-11-22&region=EMEA", AlertText.BoardOf(emea));
        Assert.Null(AlertText.BoardOf(emea with { Dimension = Dimension.Stage, Member = "Qualified" }));
    }
}
