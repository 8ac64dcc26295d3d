using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Metrics;

public sealed class SmallGroupsTests
{
    private static readonly DateOnly s_day = new(2026, 1, 1);

    [Fact]
    public void A_department_under_five_takes_the_next_smallest_with_it()
    {
        var groups = Headcount(("Legal", 4), ("Finance", 6), ("Sales", 40));

        Assert.True(Hides(groups, "Legal"));
        Assert.True(Hides(groups, "Finance"));
        Assert.False(Hides(groups, "Sales"));
        Assert.False(Hides(groups, null));
    }

    [Fact]
    public void Two_small_departments_hide_each_other_once_they_are_five_people_together()
    {
        var three = Headcount(("Legal", 2), ("Office", 3), ("Finance", 6));
        var two = Headcount(("Legal", 2), ("Office", 2), ("Finance", 6));

        Assert.False(Hides(three, "Finance"));
        Assert.True(Hides(two, "Finance"));
    }

    [Fact]
    public void A_department_disappears_before_it_is_small_and_appears_when_it_no_longer_was()
    {
        var groups = SmallGroups.Of(MetricComponents.Headcount,
        [
            new("Legal", s_day, 6), new("Sales", s_day, 40), new("Finance", s_day, 8),
            .. Enumerable.Range(1, 2).Select(static day => new PeopleCount("Legal", s_day.AddDays(day), -1)),
            .. Enumerable.Range(3, 2).Select(static day => new PeopleCount("Legal", s_day.AddDays(day), 1)),
        ]);

        var shown = Enumerable.Range(0, 5).Where(day => !groups.Hides("Legal", new(s_day.AddDays(day), s_day.AddDays(day)), atEnd: true));

        // Six, five, four, five, six: next to a day on which it is shown it has at least five.
        Assert.Equal([0, 4], shown);
    }

    [Fact]
    public void Nobody_is_not_a_small_group()
    {
        var groups = Headcount(("Legal", 0), ("Sales", 40), ("Finance", 6));

        Assert.False(Hides(groups, "Legal"));
        Assert.False(Hides(groups, "Finance"));
    }

    [Fact]
    public void Everybody_is_hidden_while_everybody_is_under_five()
    {
        Assert.True(Hides(Headcount(("Legal", 2), ("Sales", 2)), null));
    }

    [Fact]
    public void What_happened_over_days_is_hidden_where_the_department_was_small_on_any_of_them()
    {
        var groups = SmallGroups.Of(MetricComponents.Headcount,
        [
            new("Legal", s_day, 6), new("Sales", s_day, 40), new("Finance", s_day, 8),
            new("Legal", s_day.AddDays(10), -1), new("Legal", s_day.AddDays(20), 1),
        ]);

        Assert.False(groups.Hides("Legal", new(s_day.AddDays(1), s_day.AddDays(9)), atEnd: false));
        Assert.True(groups.Hides("Legal", new(s_day.AddDays(1), s_day.AddDays(25)), atEnd: false));
        Assert.True(groups.Hides("Finance", new(s_day.AddDays(1), s_day.AddDays(25)), atEnd: false));
        Assert.False(groups.Hides("Legal", new(s_day.AddDays(1), s_day.AddDays(25)), atEnd: true));
        Assert.True(groups.Hides("Legal", new(s_day.AddDays(20), s_day.AddDays(25)), atEnd: false));
        Assert.False(groups.Hides("Legal", new(s_day.AddDays(21), s_day.AddDays(25)), atEnd: false));
    }

    [Fact]
    public void Each_survey_stands_for_itself()
    {
        var groups = SmallGroups.Of(MetricComponents.SurveyAnswers,
        [
            new("Legal", s_day, 4), new("Finance", s_day, 5), new("Sales", s_day, 30),
            new("Legal", s_day.AddDays(90), 6), new("Finance", s_day.AddDays(90), 5), new("Sales", s_day.AddDays(90), 30),
        ]);

        Assert.True(groups.Hides("Legal", new(s_day, s_day.AddDays(100)), atEnd: false));
        Assert.True(groups.Hides("Finance", new(s_day, s_day.AddDays(10)), atEnd: false));
        Assert.False(groups.Hides("Legal", new(s_day.AddDays(1), s_day.AddDays(100)), atEnd: false));
        Assert.False(groups.Hides("Sales", new(s_day, s_day.AddDays(100)), atEnd: false));
    }

    private static SmallGroups Headcount(params (string Department, int People)[] departments) =>
        SmallGroups.Of(MetricComponents.Headcount, departments.Select(static department => new PeopleCount(department.Department, s_day, department.People)));

    private static bool Hides(SmallGroups groups, string? department) => groups.Hides(department, new(s_day, s_day), atEnd: true);
}
