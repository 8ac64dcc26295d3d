using System.Globalization;
using Sophia.Core.Analytics.Discovery.Changes;
using Sophia.Core.Analytics.Discovery.Differences;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.QuarterEnd;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>Quarters that went much better or worse than others, and what moved their revenue.</summary>
internal static class QuarterFindings
{
    private const double LeastEffect = 0.15;

    public static IEnumerable<SalesFinding> Find(SalesHistory history, IReadOnlyList<DealCourse> closed)
    {
        // The running quarter is not over, and the first one may have begun before the history.
        var quarters = closed
            .GroupBy(static course => QuarterForecaster.QuarterOf(course.EndedAt!.Value).From)
            .Where(quarter => quarter.Key.AddMonths(3) <= history.AsOf)
            .OrderBy(static quarter => quarter.Key)
            .Skip(1)
            .ToDictionary(static quarter => Name(quarter.Key), static quarter => (From: quarter.Key, Deals: quarter.ToArray()), StringComparer.Ordinal);
        var expected = new ExpectedWins(closed);
        var results = quarters.Select(quarter => expected.Judge(quarter.Key, quarter.Value.Deals)).ToArray();
        foreach (var difference in DifferenceSearch.Find(results, LeastEffect))
        {
            var (from, deals) = quarters[difference.Result.Name];
            var compared = quarters.GetValueOrDefault(Name(from.AddMonths(-12))).Deals ?? quarters.GetValueOrDefault(Name(from.AddMonths(-3))).Deals;
            yield return Describe(difference, deals, compared);
        }
    }

    private static SalesFinding Describe(GroupDifference difference, DealCourse[] deals, DealCourse[]? compared)
    {
        var result = difference.Result;
        var factors = compared is null ? null : FactorChange.Of(
        [
            ("deals closed", compared.Length, deals.Length),
            ("win rate", Wins(compared).Length / (double)compared.Length, result.Successes / (double)result.Trials),
            ("average deal", Average(compared), Average(deals)),
        ]);
        var why = factors is null ? "" : FormattableString.Invariant(
            $" Revenue changed by {factors.Sum(static factor => factor.Effect):N0} against the period compared: {string.Join(", ", factors.Select(static factor => string.Create(CultureInfo.InvariantCulture, $"{factor.Factor} {factor.Effect:+#,0;-#,0}")))}.");
        var worse = difference.Ratio < 1;
        return new()
        {
            Kind = FindingKind.Quarter,
            Subject = result.Name,
            Statement = FormattableString.Invariant(
                $"In the quarter from {result.Name}, {result.Successes} of {result.Trials} closed deals were won; {result.Expected:0} were to be expected of that mix.{why}"),
            Effect = difference.Ratio,
            Probability = difference.Probability,
            FalseShare = difference.FalseShare,
            Evidence = SalesDiscovery.Largest(deals.Where(course => course.Outcome is DealOutcome.Lost == worse)),
            Factors = factors,
            Changes = compared is null
                ? new Dictionary<string, ChangeExplanation>(StringComparer.Ordinal)
                : SalesDimensions.All.ToDictionary(static part => part.Name, part => Explain(part.Of, compared, deals), StringComparer.Ordinal),
        };
    }

    private static ChangeExplanation Explain(Func<DealCourse, string> member, DealCourse[] before, DealCourse[] after)
    {
        var was = Wins(before).ToLookup(member, StringComparer.Ordinal);
        var now = Wins(after).ToLookup(member, StringComparer.Ordinal);
        return ChangeExplanation.Of(was.Select(static group => group.Key).Union(now.Select(static group => group.Key), StringComparer.Ordinal).Select(name =>
            new ChangePart(name, was[name].Count(), was[name].Sum(Amount), now[name].Count(), now[name].Sum(Amount))));
    }

    // A deal without an amount counts as a win and brings nothing: that is what the revenue figure does too.
    private static decimal Amount(DealCourse course) => course.Deal.Amount ?? 0;

    private static DealCourse[] Wins(DealCourse[] deals) => [.. deals.Where(static course => course.Outcome is DealOutcome.Won)];

    private static double Average(DealCourse[] deals) => Wins(deals) is { Length: > 0 } won ? (double)won.Average(Amount) : 0;

    private static string Name(DateTimeOffset from) => from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
