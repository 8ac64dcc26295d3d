using Microsoft.Extensions.DependencyInjection;
using Sophia.Agents.Analysis;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;
using Sophia.Tests.Data;

namespace Sophia.Tests.Agents.Analysis;

public sealed class LoadAnalysisTests
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_two_days_are_bounded_by_the_hour_once_an_hour()
    {
        await using var company = await StartAsync();
        await company.LearnAsync(Calls(weeks: 4));
        company.Clock.Now = s_monday.AddDays(28).AddMinutes(20);

        await company.Get<LoadAnalysis>().RunOnceAsync(Cancelled);
        var told = (await ReadAsync(company))!;

        Assert.Equal((company.Clock.Now, 0.975, 48, 48), (told.MadeAt, told.ServiceLevel, told.Recent.Count, told.Ahead.Count));
        Assert.Equal(Enumerable.Range(0, 48).Select(static hour => s_monday.AddDays(28).AddHours(hour)), told.Ahead.Select(static hour => hour.Start));
        // Nobody called at the weekend, and the last hour is Sunday's.
        Assert.All(told.Recent, static hour => Assert.Equal(0, hour.Calls));
        Assert.Equal(s_monday.AddDays(28).AddHours(-1), told.Recent[^1].Start);
        Assert.All(told.Ahead.Where(static hour => IsBusy(hour.Start)), static hour => Assert.True(hour.Bound >= hour.Expected && hour.Bound is >= 3 and <= 10, $"{hour}"));
        Assert.All(told.Ahead.Where(static hour => !IsBusy(hour.Start)), static hour => Assert.InRange(hour.Bound, 0, 2));
        Assert.NotEmpty(told.Models);
        Assert.InRange(told.BackTest!.ShareAbove, 0, 0.1);

        company.Clock.Now += TimeSpan.FromMinutes(39);
        await company.Get<LoadAnalysis>().RunOnceAsync(Cancelled);
        Assert.Equal(told.MadeAt, (await ReadAsync(company))!.MadeAt);

        company.Clock.Now += TimeSpan.FromMinutes(1);
        await company.Get<LoadAnalysis>().RunOnceAsync(Cancelled);
        Assert.Equal(s_monday.AddDays(28).AddHours(1), (await ReadAsync(company))!.Ahead[0].Start);
    }

    [Fact]
    public async Task Less_than_two_weeks_of_calls_carry_no_bound_and_it_says_so()
    {
        await using var company = await StartAsync();
        company.Clock.Now = s_monday.AddDays(7);
        await company.Get<LoadAnalysis>().RunOnceAsync(Cancelled);
        Assert.StartsWith("0 whole days of calls are known", (await ReadAsync(company))!.Reason, StringComparison.Ordinal);

        await company.LearnAsync(Calls(weeks: 1));
        company.Clock.Now += TimeSpan.FromHours(1);
        await company.Get<LoadAnalysis>().RunOnceAsync(Cancelled);

        var told = (await ReadAsync(company))!;
        Assert.Equal("6 whole days of calls are known: the course of a week can be told from 14 on.", told.Reason);
        Assert.Empty(told.Ahead);
        Assert.Null(told.ServiceLevel);
    }

    private static Task<DataHost> StartAsync() => DataHost.StartAsync(static services => services.AddSingleton<LoadAnalysis>());

    private static Task<LoadAnswer?> ReadAsync(DataHost company) =>
        company.Get<AnalysisResults>().FindAsync(AnalysisResults.Load, PredictionJson.Default.LoadAnswer, Cancelled);

    private static bool IsBusy(DateTimeOffset hour) => hour.Hour is >= 9 and < 17 && hour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Three to five calls in each working hour of as many weeks, and none else.</summary>
    private static IEnumerable<Fact> Calls(int weeks)
    {
        var random = new Random(5);
        return Enumerable.Range(0, weeks * 168).Select(static hour => s_monday.AddHours(hour)).Where(IsBusy).SelectMany(hour =>
            Enumerable.Range(0, random.Next(3, 6)).Select(number =>
                SampleFacts.Call($"{hour:MMddHH}-{number}", "2026-03-02") with { StartedAt = hour.AddMinutes(10 * number) }));
    }
}
