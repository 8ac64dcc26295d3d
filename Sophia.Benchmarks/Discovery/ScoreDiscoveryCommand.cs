using System.Globalization;
using Sophia.Core.Analytics.Discovery.Correlations;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Sandbox;
using Sophia.Sandbox.Seeding;

namespace Sophia.Benchmarks.Discovery;

/// <summary>What discovery finds in the company with planted events, and how often it calls in companies without any.</summary>
internal static class ScoreDiscoveryCommand
{
    private const int Quarters = 4;
    private const int Series = 8;
    private const int Months = 48;
    private static readonly DateOnly s_today = new(2026, 11, 22);

    public static Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var companies = arguments is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 100;
        var planted = CompanySeeder.Seed(new SandboxOptions(), s_today);
        Print($"planted: quarter from {planted.Planted.BadQuarterFrom:yyyy-MM-dd}, customer {planted.Planted.LostCustomerId}, sellers {string.Join(", ", planted.Planted.WeakOwnerIds)}");
        foreach (var finding in SalesDiscovery.Find(SalesHistory.Read(
            SeededFacts.Deals(planted.Deals), SeededFacts.Stages, SeededFacts.Accounts(planted), new(s_today, TimeOnly.MinValue, TimeSpan.Zero))))
        {
            Print($"  {finding.Kind} {finding.Subject} (effect {finding.Effect:F2}, p {finding.Probability:E1}): {finding.Statement}");
        }

        var (flags, correlations) = (new int[companies], new int[companies]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
        Parallel.For(0, companies, parallel, seed =>
        {
            flags[seed] = QuietCompany.Histories(1_000 + seed, s_today, Quarters).Sum(static history => SalesDiscovery.Find(history).Count);
            correlations[seed] = CorrelationSearch.Find(Noise(seed), period: 12, mostLag: 6).Count;
        });
        Print($"{companies} companies without planted events, looked at after each of {Quarters} quarters: {flags.Sum() / (double)(companies * Quarters):F3} flags per company and quarter; {flags.Count(static count => count > 0)} companies had any");
        Print($"{companies} sets of {Series} unrelated monthly metrics with trend, season and memory: {correlations.Average():F3} correlations per set; {correlations.Count(static count => count > 0)} sets had any");
        return Task.FromResult(0);
    }

    private static List<MetricSeries> Noise(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        return
        [
            .. Enumerable.Range(0, Series).Select(number =>
            {
                var (carried, drift) = (0.0, random.Normal());
                return new MetricSeries($"metric {number}",
                [
                    .. Enumerable.Range(0, Months).Select(double? (month) =>
                    {
                        carried = (0.7 * carried) + random.Normal();
                        return (drift * month) + (5 * Math.Sin(Math.Tau * month / 12)) + carried;
                    }),
                ]);
            }),
        ];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
