using Sophia.Core.Facts;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Metrics;

public sealed class PeopleMetricsTests
{
    private static readonly Dictionary<string, decimal> s_scores = new(StringComparer.Ordinal) { ["Sales"] = 8, ["Support"] = 5, ["Legal"] = 2, ["Finance"] = 4 };

    // Ten in Sales, of whom one came and one left in 2026, six in Support, five in Finance and three in Legal.
    private static readonly Fact[] s_people =
    [
        .. People("Sales", 9),
        Employee("sales-left", "Sales", left: "2026-02-10"),
        Employee("sales-new", "Sales", hired: "2026-01-20"),
        .. People("Support", 6),
        .. People("Finance", 5),
        .. People("Legal", 3),
    ];

    [Fact]
    public async Task People_in_figures()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_people);
        await host.LearnAsync([User("u", "Sales-1@company.test"), Call("1", "2026-02-01"), Call("2", "2026-02-02") with { IsInternal = true, DurationSeconds = 84600 }]);

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["people.*"] });

        Assert.Equal(
            [
                ("people.headcount", 24m), ("people.hires", 1m), ("people.leavers", 1m), ("people.attrition", 0.041667m), ("people.satisfaction", null),
                ("people.productivity", 0.0417m), ("people.collaboration", 0.98m),
            ],
            answer.Metrics.Select(static metric => (metric.Metric, metric.Value)));
    }

    [Fact]
    public async Task A_department_under_five_and_the_next_smallest_are_withheld_and_said_to_be()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_people);
        await host.LearnAsync(Answers());

        foreach (var metric in new[] { "people.headcount", "people.attrition", "people.satisfaction" })
        {
            var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Compare = "previousYear", Metrics = [metric], GroupBy = "department" });
            var groups = answer.Metrics[0].Groups!;

            Assert.Equal("Finance Legal", string.Join(' ', groups.Where(static group => group.Suppressed).Select(static group => group.Key).Order(StringComparer.Ordinal)));
            Assert.All(groups.Where(static group => group.Suppressed), static group =>
            {
                Assert.Null(group.Value);
                Assert.Null(group.Previous);
                Assert.All(group.Points, static point => Assert.Null(point.Value));
            });
            Assert.All(groups.Where(static group => group.Key is "Sales" or "Support"), static group => Assert.NotNull(group.Value));
            Assert.False(answer.Metrics[0].Suppressed);
        }
    }

    [Fact]
    public async Task A_filter_gives_no_small_department_away()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_people);

        foreach (var (filter, suppressed) in new[] { ("department:Legal", true), ("department:Finance", true), ("department:Sales,department:Legal", true), ("department:Sales,department:Support", false) })
        {
            var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Compare = "previousPeriod", Filter = filter, Metrics = ["people.headcount"] });
            Assert.Equal((suppressed, suppressed ? null : 16m), (answer.Metrics[0].Suppressed, answer.Metrics[0].Value));
            Assert.Equal(suppressed, answer.Metrics[0].Comparisons[0].Suppressed);
        }
    }

    [Fact]
    public async Task Whoever_watches_a_department_shrink_never_learns_that_it_has_four()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. People("Sales", 20), .. People("Finance", 8), .. People("Legal", 4), Employee("fifth", "Legal", left: "2026-03-05"), Employee("sixth", "Legal", left: "2026-03-03")]);

        var answer = await host.AskAsync(new() { From = "2026-03-01", To = "2026-03-10", Granularity = "day", Metrics = ["people.headcount", "people.leavers"], GroupBy = "department" });

        var shown = answer.Metrics[0].Groups!.ToDictionary(static group => group.Key!, static group => group.Points.Select(static point => point.Value).ToArray(), StringComparer.Ordinal);
        Assert.Equal([6, 6, null, null, null, null, null, null, null, null], shown["Legal"]);
        Assert.Equal(8, shown["Finance"].Count(static value => value is null));
        Assert.DoesNotContain(shown["Sales"], static value => value is null);
        // That one of the two lost somebody on the fifth is all that is left to be told.
        Assert.Equal([14m, 13m, 13m, 12m], answer.Metrics[0].Points.Skip(1).Take(4).Zip(shown["Sales"].Skip(1), static (all, sales) => all.Value!.Value - sales!.Value));
        Assert.All(answer.Metrics[1].Groups!.Where(static group => group.Key is "Legal" or "Finance"), static group => Assert.True(group.Points[2].Suppressed && group.Points[4].Suppressed));
    }

    [Fact]
    public async Task What_is_planned_has_not_happened()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. s_people, Employee("leaving", "Sales", left: "2026-03-20"), Employee("coming", "Sales", hired: "2026-03-25")]);

        var answer = await host.AskAsync(new() { From = "2026-03-01", To = "2026-03-31", Metrics = ["people.headcount", "people.hires", "people.leavers"] });

        Assert.Equal([25m, 0m, 0m], answer.Metrics.Select(static metric => metric.Value));
    }

    [Fact]
    public async Task A_survey_counts_on_the_day_of_its_first_answer_whenever_that_arrives()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. s_people, .. Answers()]);
        Assert.Equal(5.5652m, await SatisfactionAsync(host, "2026-02-01", "2026-02-28"));
        Assert.Null(await SatisfactionAsync(host, "2026-03-01", "2026-03-15"));

        await host.LearnAsync(Answer("early", "Winter", "2026-01-31", 6, department: "Sales"));
        Assert.Null(await SatisfactionAsync(host, "2026-02-01", "2026-02-28"));
        Assert.Equal(5.5833m, await SatisfactionAsync(host, "2026-01-31", "2026-01-31"));
    }

    private static async Task<decimal?> SatisfactionAsync(DataHost host, string from, string to) =>
        (await host.AskAsync(new() { From = from, To = to, Metrics = ["people.satisfaction"] })).Metrics[0].Value;

    private static IEnumerable<Fact> People(string department, int count) =>
        Enumerable.Range(1, count).Select(number => Employee($"{department}-{number}", department));

    private static IEnumerable<Fact> Answers() => s_people.OfType<Employee>()
        .Where(static person => person.LeftOn is null && person.Key.ExternalId != "sales-new")
        .Select(static (person, index) => Answer(
            $"{index}", "Winter", index == 0 ? "2026-02-01" : $"2026-02-{2 + index}", s_scores[person.Department!], person.Key.ExternalId));
}
