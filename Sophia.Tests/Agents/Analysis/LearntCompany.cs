using Microsoft.Extensions.DependencyInjection;
using Sophia.Agents.Analysis;
using Sophia.Benchmarks.Discovery;
using Sophia.Core.Facts;
using Sophia.Sandbox;
using Sophia.Sandbox.Seeding;
using Sophia.Tests.Data;

namespace Sophia.Tests.Agents.Analysis;

/// <summary>A database that knows the history of a made-up company, and the analyses over it.</summary>
internal sealed class LearntCompany : IAsyncDisposable
{
    private static readonly DateOnly s_today = new(2026, 11, 22);

    private readonly DataHost _host;

    private LearntCompany(DataHost host, SeededCompany? company)
    {
        _host = host;
        Deals = company is null ? [] : [.. SeededFacts.Deals(company.Deals)];
    }

    public IReadOnlyList<Deal> Deals { get; }

    public ManualClock Clock => _host.Clock;

    public static async Task<LearntCompany> StartAsync(int deals)
    {
        var company = CompanySeeder.Seed(new SandboxOptions { Deals = deals, Companies = deals / 4 }, s_today);
        var learnt = new LearntCompany(await StartHostAsync(), company);
        await learnt._host.LearnAsync([.. SeededFacts.Stages, .. SeededFacts.Accounts(company), .. learnt.Deals]);
        return learnt;
    }

    /// <summary>A database that knows nothing yet.</summary>
    public static async Task<LearntCompany> StartEmptyAsync() => new(await StartHostAsync(), company: null);

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    /// <summary>A minute later the source says something of deals.</summary>
    public Task HearAsync(params IEnumerable<Deal> deals)
    {
        Clock.Now += TimeSpan.FromMinutes(1);
        return _host.LearnAsync(deals);
    }

    public Task<IReadOnlyList<string>> RowsAsync(string sql) => _host.RowsAsync(sql);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static async Task<DataHost> StartHostAsync()
    {
        var host = await DataHost.StartAsync(static services => services
            .AddSingleton<AnalysisSchedule>().AddSingleton<SalesAnalysis>().AddSingleton<QuarterAnalysis>().AddSingleton<ForecastAnalysis>().AddSingleton<CustomerAnalysis>());
        host.Clock.Now = new(s_today, TimeOnly.MinValue, TimeSpan.Zero);
        return host;
    }
}
