using Sophia.Core.Dashboard;
using Sophia.Core.Facts;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Metrics;

public sealed class CallMetricsTests
{
    private static readonly Fact[] s_calls =
    [
        User("u", "7@company.test"),
        Employee("7", "Sales"),
        Call("1", "2026-01-10", "u", "Price", "Scope"),
        Call("2", "2026-01-11", "u", "Price") with { DurationSeconds = 600, OurTalkSeconds = 300, TheirTalkSeconds = 100, Direction = CallDirection.Inbound },
        Call("3", "2026-02-01", "stranger") with { OurTalkSeconds = null },
        Call("4", "2026-02-02", "u") with { IsInternal = true },
        Transcript("1", 0.5m),
        Transcript("2", -0.25m),
        Transcript("3", null),
        Transcript("4", 1m),
    ];

    [Fact]
    public async Task Calls_in_figures()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_calls);

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["calls.*"] });

        Assert.Equal(
            [("calls.held", 3m), ("calls.averageLength", 23.33m), ("calls.talkRatio", 0.473684m), ("calls.sentiment", 0.125m)],
            answer.Metrics.Select(static metric => (metric.Metric, metric.Value!.Value)));
    }

    [Fact]
    public async Task A_call_with_several_topics_counts_under_each()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_calls);

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["calls.*"], GroupBy = "topic" });

        Assert.Equal("calls.held", Assert.Single(answer.Metrics).Metric);
        Assert.Equal([("Price", 2m), ("Scope", 1m)], Groups(answer));
        Assert.Equal(3m, answer.Metrics[0].Value);
    }

    [Fact]
    public async Task A_host_who_changes_department_takes_the_calls_along_and_a_stranger_has_none()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_calls);
        Assert.Equal([("Sales", 2m), (null, 1m)], Groups(await ByDepartmentAsync(host)));

        await host.LearnAsync(Employee("7", "Support") with { SourceVersion = 2 });
        Assert.Equal([("Support", 2m), (null, 1m)], Groups(await ByDepartmentAsync(host)));

        await host.LearnAsync(User("stranger", "7@company.test"));
        Assert.Equal([("Support", 3m)], Groups(await ByDepartmentAsync(host)));
    }

    [Fact]
    public async Task A_transcript_may_come_before_its_call()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(Transcript("1", 0.5m));
        await host.LearnAsync(Call("1", "2026-01-10"));

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["calls.sentiment"] });

        Assert.Equal(0.5m, answer.Metrics[0].Value);
    }

    private static Task<DashboardMetrics> ByDepartmentAsync(DataHost host) =>
        host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["calls.held"], GroupBy = "department" });

    private static IEnumerable<(string?, decimal)> Groups(DashboardMetrics answer) => answer.Metrics[0].Groups!.Select(static group => (group.Key, group.Value!.Value));
}
