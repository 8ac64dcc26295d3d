using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>
/// Computes the answers to metric queries from rollups. A period that lies wholly before the first day known or after today
/// has no value; within, a flow in which nothing happened is a true 0. Money and times are rounded to 2 decimals, plain numbers
/// to 4 and ratios to 6, half away from zero, and only at the very end. Deals without an amount count as deals and add nothing
/// to amounts.
/// </summary>
public sealed class MetricCalculator
{
    private readonly MetricQuery _query;
    private readonly RollupSlice _slice;
    private readonly string _currency;
    private readonly MetricPeriods _periods;
    private readonly ComponentTotals _whole = new();

    // As many as the source's picklists have values, since only those are dimensions.
    private readonly Dictionary<string, ComponentTotals> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<MetricComponent, int> _index;

    private MetricCalculator(MetricQuery query, RollupSlice slice, string currency)
    {
        _query = query;
        _slice = slice;
        _currency = currency;
        _periods = slice.Plan.Periods;
        _index = slice.Plan.Components.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        foreach (var row in slice.Rows)
        {
            TotalsOf(row).Add(row);
        }
    }

    /// <summary>The metrics of <paramref name="query"/>, in its order.</summary>
    /// <param name="query">What was asked; its filters apply to all its metrics.</param>
    /// <param name="slice">What was read for it.</param>
    /// <param name="currency">The ISO 4217 code of amounts of money.</param>
    public static IReadOnlyList<MetricResult> Calculate(MetricQuery query, RollupSlice slice, string currency)
    {
        var calculator = new MetricCalculator(query, slice, currency);
        return [.. query.Metrics.Select(calculator.Calculate)];
    }

    private ComponentTotals TotalsOf(RollupRow row)
    {
        if (row.Dimension is null)
        {
            return _whole;
        }

        if (!_members.TryGetValue(row.Member, out var totals))
        {
            _members[row.Member] = totals = new();
        }

        return totals;
    }

    private MetricResult Calculate(MetricDefinition metric)
    {
        var (value, suppressed) = Value(metric, null, _whole, _periods.Whole);
        var comparisons = _query.Comparisons
            .Zip(_periods.ComparedWholes, (compare, period) => Compare(metric, value, compare, Value(metric, null, _whole, period)))
            .ToArray();
        return new()
        {
            Metric = metric.Key,
            Name = metric.Name,
            Definition = metric.Definition,
            Unit = metric.Unit,
            Currency = metric.Unit == MetricUnit.Money ? _currency : null,
            GoodDirection = metric.GoodDirection,
            Value = Round(value, metric.Unit),
            Suppressed = suppressed,
            Previous = comparisons is [var first, ..] ? first.Value : null,
            Change = comparisons is [var one, ..] ? one.Change : null,
            Comparisons = comparisons,
            Filters = [.. _query.Filters.Select(static filter => filter.Dimension)],
            Points = Points(metric, null, _whole),
            Groups = _query.GroupBy is { } dimension ? Groups(metric, dimension) : null,
        };
    }

    private static MetricComparison Compare(MetricDefinition metric, decimal? value, Comparison compare, (decimal? Value, bool Suppressed) against) => new()
    {
        Compare = compare,
        Value = Round(against.Value, metric.Unit),
        Suppressed = against.Suppressed,
        Change = Change(value, against.Value, metric.Unit),
    };

    private MetricPoint[] Points(MetricDefinition metric, string? member, ComponentTotals totals)
    {
        var points = new MetricPoint[_periods.Points.Count];
        for (var index = 0; index < points.Length; index++)
        {
            var compared = index < _periods.ComparedPoints.Count ? _periods.ComparedPoints[index] : null;
            var (value, suppressed) = Value(metric, member, totals, _periods.Points[index]);
            points[index] = new()
            {
                Start = _periods.Points[index].Days.From,
                Value = Round(value, metric.Unit),
                Suppressed = suppressed,
                Previous = Round(Value(metric, member, totals, compared).Value, metric.Unit),
            };
        }

        return points;
    }

    private MetricGroup[] Groups(MetricDefinition metric, Dimension dimension)
    {
        var groups = _members
            .Select(pair => Group(metric, pair.Key, pair.Value))
            .Where(static group => SaysSomething(group))
            .ToArray();
        return dimension switch
        {
            Dimension.Stage => [.. groups.OrderBy(group => StageRank(group.Key)).ThenBy(static group => group.Key, StringComparer.Ordinal)],
            Dimension.ProductLine or Dimension.Region or Dimension.Segment or Dimension.Department
                or Dimension.Topic or Dimension.CallDirection or Dimension.Seller =>
                [.. groups.OrderByDescending(static group => group.Value ?? decimal.MinValue).ThenBy(static group => group.Key, StringComparer.Ordinal)],
        };
    }

    private MetricGroup Group(MetricDefinition metric, string member, ComponentTotals totals)
    {
        var (value, suppressed) = Value(metric, member, totals, _periods.Whole);
        return new()
        {
            Key = member.Length == 0 ? null : member,
            Value = Round(value, metric.Unit),
            Suppressed = suppressed,
            Previous = _periods.ComparedWholes is [var first, ..] ? Round(Value(metric, member, totals, first).Value, metric.Unit) : null,
            Points = Points(metric, member, totals),
        };
    }

    // A product line given up years ago is no line of this answer.
    private static bool SaysSomething(MetricGroup group) =>
        group.Suppressed || group.Value is not (null or 0) || group.Previous is not (null or 0)
        || group.Points.Any(static point => point.Suppressed || point.Value is not (null or 0) || point.Previous is not (null or 0));

    private int StageRank(string? label)
    {
        for (var rank = 0; rank < _slice.StageOrder.Count; rank++)
        {
            if (string.Equals(_slice.StageOrder[rank], label, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return int.MaxValue;
    }

    private (decimal? Value, bool Suppressed) Value(MetricDefinition metric, string? member, ComponentTotals totals, MetricPeriods.Period? period) =>
        period switch
        {
            null => default,
            { } some when IsSuppressed(metric, member, some.Days) => (null, true),
            { } some => (Value(metric.Formula, totals, some), false),
        };

    private bool IsSuppressed(MetricDefinition metric, string? member, DateRange days) =>
        metric.People is { } people
        && days.From <= _periods.Today
        && Members(member).Any(one => _slice.SmallGroups[people].Hides(one, days, metric.Formula is MetricFormula.Total { Component.AddsUp: AddsUp.Stock }));

    // Metrics of people are split and filtered by department only: a figure of several departments would give away a hidden one among them.
    private IEnumerable<string?> Members(string? member) =>
        member is null && _query.Filters is [var filter, ..] ? (IEnumerable<string?>)filter.Members : [member];

    private decimal? Value(MetricFormula formula, ComponentTotals totals, MetricPeriods.Period period) => formula switch
    {
        MetricFormula.Total total => Amount(total.Component, totals, period.Days),
        MetricFormula.Quotient quotient => Divide(
            Amount(quotient.Numerator, totals, period.Days), Amount(quotient.Denominator, totals, period.Days)),
        MetricFormula.Growth growth => Divide(
            Amount(growth.Component, totals, period.Days) - Amount(growth.Component, totals, period.Before),
            Amount(growth.Component, totals, period.Before)),
        MetricFormula.PerAverage perAverage => Divide(
            Amount(perAverage.Flow, totals, period.Days), Average(perAverage.Stock, totals, period.Days)),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    private decimal? Average(MetricComponent stock, ComponentTotals totals, DateRange days) =>
        (Amount(stock, totals, days) + totals.UpTo(_index[stock], days.From.AddDays(-1))) / 2;

    private decimal? Amount(MetricComponent component, ComponentTotals totals, DateRange days)
    {
        if (!_slice.FirstDays.TryGetValue(component.Fact.Family, out var first) || days.To < first || days.From > _periods.Today)
        {
            return null;
        }

        return component.AddsUp switch
        {
            AddsUp.Flow => totals.Within(_index[component], days),
            AddsUp.Stock => totals.UpTo(_index[component], days.To),
            _ => throw new ArgumentOutOfRangeException(nameof(component)),
        };
    }

    private static decimal? Divide(decimal? numerator, decimal? denominator) =>
        denominator is null or 0 ? null : numerator / denominator;

    /// <summary>How a value moved: for ratios and plain numbers the difference, for all other units the relative change; null where that is unknown.</summary>
    internal static decimal? Change(decimal? value, decimal? previous, MetricUnit unit)
    {
        var change = unit switch
        {
            MetricUnit.Ratio or MetricUnit.Number => value - previous,
            MetricUnit.Money or MetricUnit.Count or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => previous is null or 0 ? null : (value - previous) / Math.Abs(previous.Value),
        };
        return Round(change, MetricUnit.Ratio);
    }

    private static decimal? Round(decimal? value, MetricUnit unit) =>
        value is null ? null : decimal.Round(value.Value, Decimals(unit), MidpointRounding.AwayFromZero);

    private static int Decimals(MetricUnit unit) => unit switch
    {
        MetricUnit.Money or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => 2,
        MetricUnit.Count => 0,
        MetricUnit.Number => 4,
        MetricUnit.Ratio => 6,
    };
}
