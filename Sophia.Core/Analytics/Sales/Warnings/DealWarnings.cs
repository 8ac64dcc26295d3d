using System.Globalization;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Survival;

namespace Sophia.Core.Analytics.Sales.Warnings;

/// <summary>Looks for what is wrong with open deals. Limits come from history; each kind can be switched off.</summary>
public sealed class DealWarnings
{
    private const double TooSoon = 0.9;

    // Below this, a limit would be one deal's chance.
    private const int LeastCompared = 30;

    private readonly SalesHistory _history;
    private readonly ClosingModel _closing;
    private readonly Dictionary<string, double> _stageDays;
    private readonly Dictionary<string, double> _wonDays;
    private readonly Dictionary<string, double> _wonAmounts;

    /// <param name="history">What the limits are learnt from, and whose open deals are looked at.</param>
    public DealWarnings(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        _history = history;
        _closing = ClosingModel.Learn(history);
        _stageDays = StageModel.Learn(history).Flows
            .Where(static flow => flow.Entered - flow.Waiting >= LeastCompared && flow.TimeInStage.DaysUntil(0.9) is not null)
            .ToDictionary(static flow => flow.Stage.Key.ToString(), static flow => flow.TimeInStage.DaysUntil(0.9)!.Value, StringComparer.Ordinal);
        var won = history.Courses.Where(static course => course.Outcome is DealOutcome.Won).ToArray();
        _wonDays = Limits(won, 0.9, course => course.AgeDays(history.AsOf));
        _wonAmounts = Limits(won.Where(static course => course.Deal.Amount is not null), 0.99, static course => (double)course.Deal.Amount!.Value);
    }

    /// <summary>The warnings of every open deal.</summary>
    /// <param name="switchedOn">The kinds to look for; what is switched off costs nothing.</param>
    public IEnumerable<DealWarning> All(IReadOnlySet<DealWarningKind> switchedOn) => _history.Open.SelectMany(course => Of(course, _history.AsOf, switchedOn));

    /// <summary>The warnings of one open deal at a moment; none for a closed one.</summary>
    /// <param name="course">The deal.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="switchedOn">The kinds to look for.</param>
    public IReadOnlyList<DealWarning> Of(DealCourse course, DateTimeOffset asOf, IReadOnlySet<DealWarningKind> switchedOn)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(switchedOn);
        return course.Outcome is not DealOutcome.Open
            ? []
            : [.. switchedOn.Order().Select(kind => Check(kind, course, asOf)).OfType<DealWarning>()];
    }

    private DealWarning? Check(DealWarningKind kind, DealCourse course, DateTimeOffset asOf)
    {
        var deal = course.Deal;
        var age = course.AgeDays(asOf);
        var segment = course.Account?.Segment ?? "";
        switch (kind)
        {
            case DealWarningKind.NoAmount:
                return deal.Amount is null ? Warn(null, null, $"Nobody has estimated its value.") : null;
            case DealWarningKind.NoCloseDate:
                return deal.ClosedAt is null ? Warn(null, null, $"It has no promised date.") : null;
            case DealWarningKind.CloseDatePassed:
                return deal.ClosedAt is { } passed && passed < asOf
                    ? Warn((asOf - passed).TotalDays, 0, $"Promised for {passed:yyyy-MM-dd}, {(asOf - passed).TotalDays:0} days ago.")
                    : null;
            case DealWarningKind.ClosesTooSoon:
                return deal.ClosedAt > asOf && _closing.Estimate(course, asOf) is { SlipRisk: { } slip } estimate && estimate.ComparedWith >= LeastCompared && slip > TooSoon
                    ? Warn(slip, TooSoon, $"Of deals like this, {slip:P0} are still open by {deal.ClosedAt:yyyy-MM-dd}.")
                    : null;
            case DealWarningKind.StuckInStage:
                var inStage = (asOf - course.Current.EnteredAt).TotalDays;
                return _stageDays.TryGetValue(course.Current.Stage.Key.ToString(), out var usual) && inStage > usual
                    ? Warn(inStage, usual, $"{inStage:0} days in {course.Current.Stage.Label}; nine in ten deals leave it within {usual:0}.")
                    : null;
            case DealWarningKind.OlderThanWonDeals:
                return _wonDays.TryGetValue(segment, out var wonDays) && age > wonDays
                    ? Warn(age, wonDays, $"{age:0} days old; nine in ten won deals took at most {wonDays:0}.")
                    : null;
            case DealWarningKind.MovedBack:
                var from = course.Visits.SkipLast(1).Where(visit => visit.Stage.Order > course.Current.Stage.Order).MaxBy(static visit => visit.Stage.Order);
                return from is null ? null : Warn(null, null, $"Back in {course.Current.Stage.Label} after {from.Stage.Label}.");
            case DealWarningKind.UnusuallyLarge:
                return deal.Amount is { } amount && _wonAmounts.TryGetValue(segment, out var large) && (double)amount > large
                    ? Warn((double)amount, large, $"{amount:N0}; 99 in 100 won deals are at most {large:N0}.")
                    : null;
        }

        return null;

        DealWarning Warn(double? actual, double? limit, FormattableString evidence) =>
            new(deal.Key, kind, actual, limit, evidence.ToString(CultureInfo.InvariantCulture));
    }

    private static Dictionary<string, double> Limits(IEnumerable<DealCourse> won, double share, Func<DealCourse, double> measure) =>
        won.GroupBy(static course => course.Account?.Segment ?? "", StringComparer.Ordinal)
            .Where(static segment => segment.Count() >= LeastCompared)
            .ToDictionary(
                static segment => segment.Key,
                segment => segment.Select(measure).Order().ElementAt((int)Math.Ceiling(share * segment.Count()) - 1),
                StringComparer.Ordinal);
}
