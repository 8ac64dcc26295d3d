using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;

namespace Sophia.Tests.Web.Dashboard;

[InLanguage("en")]
public sealed class DashboardSelectionTests
{
    private static readonly DateOnly s_today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, "2025-12-01")]
    [InlineData("last-12-months", "2025-12-01")]
    [InlineData("this-month", "2026-11-01")]
    [InlineData("last-3-months", "2026-09-01")]
    [InlineData("this-year", "2026-01-01")]
    public void A_named_range_ends_today(string? range, string from)
    {
        var days = DashboardSelection.Read(new(range)).Resolve(PageTexts.All, s_today, out var errors);

        Assert.Empty(errors);
        Assert.Equal((from, s_today), (days!.Value.From.ToString("yyyy-MM-dd", null), days.Value.To));
    }

    [Theory]
    [InlineData(null, null, null, null, "/")]
    [InlineData("this-month", null, null, null, "/?range=this-month")]
    [InlineData("last-12-months", null, null, "previousYear", "/?compare=previousYear")]
    [InlineData(null, "2026-01-15", "2026-03-31", "previousYear", "/?from=2026-01-15&to=2026-03-31&compare=previousYear")]
    public void The_address_says_the_selection_and_nothing_more(string? range, string? from, string? to, string? compare, string expected) =>
        Assert.Equal(expected, DashboardSelection.Read(new(range, from, to, compare)).Address);

    [Fact]
    public void Choosing_a_range_keeps_the_comparison_and_choosing_a_comparison_keeps_the_range()
    {
        var custom = DashboardSelection.Read(new(From: "2026-01-15", To: "2026-03-31", Compare: "previousYear"));

        Assert.Equal("/?range=this-year&compare=previousYear", custom.With(RangePreset.ThisYear).Address);
        Assert.Equal("/?from=2026-01-15&to=2026-03-31", custom.With(Comparison.PreviousPeriod).Address);
    }

    [Theory]
    [InlineData("last-decade", null, null, null, "'last-decade' is no range")]
    [InlineData(null, "yesterday", null, null, "'yesterday' is not a day")]
    [InlineData(null, "2026-03-31", "2026-01-15", null, "is after 'to'")]
    [InlineData(null, null, null, "budget", "'budget' is no comparison")]
    public void A_wrong_address_gives_a_reason_and_no_days(string? range, string? from, string? to, string? compare, string reason)
    {
        Assert.Null(DashboardSelection.Read(new(range, from, to, compare)).Resolve(PageTexts.All, s_today, out var errors));
        Assert.Contains(reason, string.Join(' ', errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_and_departments_are_in_the_address_and_are_chosen_and_given_up_one_by_one()
    {
        var selection = DashboardSelection.Read(new(Regions: ["EMEA", "APAC"], Departments: ["Sales & Success"]), "/people");

        Assert.Equal("/people?region=APAC&region=EMEA&department=Sales%20%26%20Success", selection.Address);
        Assert.Equal("/people?region=APAC&department=Sales%20%26%20Success", selection.ToggleRegion("EMEA").Address);
        Assert.Equal("/people", selection.OfAllRegions.ToggleDepartment("Sales & Success").Address);
        Assert.Equal("region:APAC,region:EMEA,department:Sales & Success", string.Join(',', selection.Filters));
    }

    [Fact]
    public void A_chart_that_splits_by_what_is_filtered_still_shows_all_that_can_be_chosen()
    {
        var selection = DashboardSelection.Read(new(Regions: ["EMEA"], Departments: ["Sales"]));

        Assert.Equal("region:EMEA,department:Sales", OverviewBoard.Board.Figures.For(selection, s_today).Filter);
        Assert.Equal("department:Sales", Board.Regions.For(selection, s_today).Filter);
        Assert.Null(OverviewBoard.Stages.For(DashboardSelection.Read(new()), s_today).Filter);
    }
}
