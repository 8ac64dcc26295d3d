using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sophia.Agents.Alerts;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Data.Alerts;
using Sophia.Data.Sources;
using Sophia.Tests.Data;

namespace Sophia.Tests.Agents.Alerts;

public sealed class BaselineTests
{
    private const int QuietDays = 150;

    private static readonly DateOnly s_firstDay = new(2026, 1, 1);
    private static readonly DateOnly s_loudDay = s_firstDay.AddDays(QuietDays);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_unlike_all_before_is_told_the_morning_after_once_and_with_who_explains_it()
    {
        await using var host = await DataHost.StartAsync(static services => services.AddTransient<BaselineWatcher>().AddTransient<AlertWatcher>());
        await host.LearnAsync([.. SampleFacts.Stages, SampleFacts.Account("a", "EMEA"), SampleFacts.Account("b", "APAC"), .. Deals()]);

        await LookAsync(host, s_loudDay);
        Assert.Empty(await OpenAsync(host));
        await LookAsync(host, s_loudDay.AddDays(1));
        // Another process goes on from what is stored.
        await LookAsync(host, s_loudDay.AddDays(1));

        var alert = Assert.Single(await OpenAsync(host), static alert => alert.Metric == "revenue.won");
        Assert.Equal(RuleCondition.Anomaly, alert.Condition);
        Assert.Equal((s_loudDay, 41_000m), (alert.Reading.From, alert.Reading.Value));
        Assert.InRange(alert.Expected.Centre!.Value, 1_500, 2_500);
        Assert.True(alert.Expected.Upper < 41_000m);
        Assert.Equal((Dimension.Region, "EMEA"), (alert.Contributors[0].Dimension, alert.Contributors[0].Member));
        Assert.Equal(41_000m - alert.Expected.Centre, alert.Contributors.Sum(static part => part.Amount));
        Assert.Equal(["Opened"], alert.History.Select(static step => step.What), StringComparer.Ordinal);

        var days = await host.Get<BaselineStore>().ReadAsync("revenue.won", before: null, limit: 200, Cancelled);
        Assert.Equal(s_loudDay, days[0].Day);
        Assert.Equal(AnomalyState.Anomalous, days[0].State);
        Assert.Equal(days.Count, days.DistinctBy(static day => day.Day).Count());
    }

    [Fact]
    public async Task The_quiet_days_before_are_told_of_by_nobody()
    {
        await using var host = await DataHost.StartAsync(static services => services.AddTransient<BaselineWatcher>().AddTransient<AlertWatcher>());
        await host.LearnAsync([.. SampleFacts.Stages, SampleFacts.Account("a", "EMEA"), SampleFacts.Account("b", "APAC"), .. Deals()]);

        for (var day = 100; day <= QuietDays; day += 10)
        {
            await LookAsync(host, s_firstDay.AddDays(day));
        }

        Assert.Empty(await OpenAsync(host));
    }

    [Fact]
    public async Task A_process_that_begins_goes_on_where_the_last_one_was()
    {
        await using var host = await DataHost.StartAsync(static services => services.AddTransient<BaselineWatcher>().AddTransient<AlertWatcher>());
        await host.LearnAsync([.. SampleFacts.Stages, SampleFacts.Account("a", "EMEA"), SampleFacts.Account("b", "APAC"), .. Deals()]);
        await LookAsync(host, s_firstDay.AddDays(100));
        var hundred = await host.Get<BaselineStore>().FindStateAsync("revenue.won", Cancelled);
        await LookAsync(host, s_loudDay.AddDays(1));

        var states = host.Get<BaselineStore>();
        var resumed = await states.FindStateAsync("revenue.won", Cancelled);
        var never = new MetricBaseline(MetricCatalog.Find("revenue.won")!);
        never.Learn((await host.Metrics.ReadAsync(never.Missing(s_loudDay)!, Cancelled)).Metrics[0]);

        Assert.Equal((s_firstDay.AddDays(99), s_loudDay), (hundred!.LastDay, resumed!.LastDay));
        Assert.Equal(never.State!.Numbers, resumed.Numbers);
    }

    // Two deals of about a thousand a day, the same every time; on the loud day one of forty thousand.
    private static IEnumerable<Fact> Deals()
    {
        var amounts = new SeededAmounts();
        for (var day = 0; day <= QuietDays; day++)
        {
            var on = s_firstDay.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var loud = day == QuietDays;
            yield return SampleFacts.Deal($"{day}a", loud ? 40_000 : amounts.Next(), (SampleFacts.New, on), (SampleFacts.Won, on));
            yield return SampleFacts.Deal($"{day}b", loud ? 1_000 : amounts.Next(), (SampleFacts.New, on), (SampleFacts.Won, on)) with { AccountId = "b" };
        }
    }

    private static async Task LookAsync(DataHost host, DateOnly day)
    {
        host.Clock.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
        await host.Get<SourceStatusStore>().ReportAsync(
            new()
            {
                Connection = FactsAsJson.Connection, LastAttemptAt = host.Clock.Now, LastSuccessAt = host.Clock.Now, HistoryLoaded = true, Loaded = 1, Total = 1,
            },
            Cancelled);
        await host.Get<AlertWatcher>().LookAsync(Cancelled);
    }

    private static Task<IReadOnlyList<Alert>> OpenAsync(DataHost host) =>
        host.Get<AlertReader>().ReadAsync(new() { Open = true }, after: null, limit: 50, Cancelled);

    private sealed class SeededAmounts
    {
        private uint _state = 7;

        // A linear congruential generator (Numerical Recipes): 900 to 1,100.
        public decimal Next()
        {
            _state = (1_664_525 * _state) + 1_013_904_223;
            return 900 + (_state >> 8) % 201;
        }
    }
}
