using System.Globalization;
using Sophia.Core.Alerts;
using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Alerts;

namespace Sophia.Tests.Web.Alerts;

public sealed class RuleDraftTests
{
    [Theory]
    [InLanguage("en")]
    [InlineData("revenue.won", RuleCondition.Below, "5,000,000", "5000000")]
    [InlineData("revenue.won", RuleCondition.ChangesBy, "-25", "-0.25")]
    [InlineData("deals.winRate", RuleCondition.Below, "22.5", "0.225")]
    [InlineData("people.satisfaction", RuleCondition.ChangesBy, "−0.5", "-0.5")]
    public void A_threshold_is_typed_as_people_say_it(string metric, RuleCondition condition, string typed, string expected)
    {
        var (request, errors) = Send(new() { Name = "Rule", Metric = metric, Condition = condition, Threshold = typed });

        Assert.Empty(errors);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), request.Threshold);
        Assert.Empty(request.Check());
    }

    [Fact]
    [InLanguage("de")]
    public void Numbers_are_read_as_the_viewers_language_writes_them() =>
        Assert.Equal(0.225m, Send(new() { Metric = "deals.winRate", Threshold = "22,5" }).Request.Threshold);

    [Fact]
    [InLanguage("en")]
    public void What_is_no_number_is_said_at_its_field_and_stays_as_it_was_typed()
    {
        var draft = new RuleDraft { Name = "Rule", Threshold = "a lot", PendingMinutes = "1.5" };

        var (_, errors) = Send(draft);

        Assert.Equal("'a lot' is no number.", Assert.Single(errors["threshold"]));
        Assert.Equal("'1.5' is no whole number.", Assert.Single(errors["pendingMinutes"]));
        Assert.Equal("a lot", draft.Threshold);
    }

    [Fact]
    [InLanguage("en")]
    public void A_stored_rule_comes_back_as_it_was()
    {
        var rule = new MetricRuleRequest
        {
            Name = "Win rate of EMEA", Metric = "deals.winRate", Dimension = Dimension.Region, Member = "EMEA", Condition = RuleCondition.ChangesBy, Threshold = -0.045m,
            Margin = 0.01m, Compare = Comparison.PreviousYear, PendingMinutes = 30, RecoveringMinutes = 90, RecommendedAction = "Ask.", Enabled = false,
        }.ToRule(Guid.NewGuid(), version: 3, SampleAlerts.Now);

        var (request, errors) = Send(RuleDraft.Of(rule));

        Assert.Empty(errors);
        Assert.Equal(3, request.Version);
        Assert.Equal(rule, request.ToRule(rule.Id, version: 3, SampleAlerts.Now));
    }

    private static (MetricRuleRequest Request, Dictionary<string, string[]> Errors) Send(RuleDraft draft)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return (draft.ToRequest(PageTexts.All, errors), errors);
    }
}
