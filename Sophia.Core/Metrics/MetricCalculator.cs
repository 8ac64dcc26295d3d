using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>
/// Computes the answers to metric queries from rollups. A period that lies wholly before the first day known or after today
/// has no value; within, a flow in which nothing happened is a true 0. Money is rounded to 2 decimals, ratios to 6 and days
/// to 2, half away from zero, and only at the very end. Deals without an amount count as deals and add nothing to amounts.
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
    /// <param name="query">What was asked.</param>
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
        var value = Value(metric.Formula, _whole, _periods.Whole);
        var previous = Value(metric.Formula, _whole, _periods.ComparedWhole);
        return new()
        {
            Metric = metric.Key,
            Name = metric.Name,
            Definition = metric.Definition,
            Unit = metric.Unit,
            Currency = metric.Unit == MetricUnit.Money ? _currency : null,
            GoodDirection = metric.GoodDirection,
            Value = Round(value, metric.Unit),
            Previous = Round(previous, metric.Unit),
            Change = Change(value, previous, metric.Unit),
            Points = Points(metric, _whole),
            Groups = _query.GroupBy is { } dimension ? Groups(metric, dimension) : null,
        };
    }

    private MetricPoint[] Points(MetricDefinition metric, ComponentTotals totals)
    {
        var points = new MetricPoint[_periods.Points.Count];
        for (var index = 0; index < points.Length; index++)
        {
            var compared = index < _periods.ComparedPoints.Count ? _periods.ComparedPoints[index] : null;
            points[index] = new()
            {
                Start = _periods.Points[index].Days.From,
                Value = Round(Value(metric.Formula, totals, _periods.Points[index]), metric.Unit),
                Previous = Round(Value(metric.Formula, totals, compared), metric.Unit),
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
            Dimension.ProductLine or Dimension.Region or Dimension.Segment =>
                [.. groups.OrderByDescending(static group => group.Value ?? decimal.MinValue).ThenBy(static group => group.Key, StringComparer.Ordinal)],
        };
    }

    private MetricGroup Group(MetricDefinition metric, string member, ComponentTotals totals) => new()
    {
        Key = member.Length == 0 ? null : member,
        Value = Round(Value(metric.Formula, totals, _periods.Whole), metric.Unit),
        Previous = Round(Value(metric.Formula, totals, _periods.ComparedWhole), metric.Unit),
        Points = Points(metric, totals),
    };

    // A product line given up years ago is no line of this answer.
    private static bool SaysSomething(MetricGroup group) =>
        group.Value is not (null or 0) || group.Previous is not (null or 0)
        || group.Points.Any(static point => point.Value is not (null or 0) || point.Previous is not (null or 0));

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

    private decimal? Value(MetricFormula formula, ComponentTotals totals, MetricPeriods.Period? period)
    {
        if (period is not { } some)
        {
            return null;
        }

        return formula switch
        {
            MetricFormula.Total total => Amount(total.Component, totals, some.Days),
            MetricFormula.Quotient quotient => Divide(
                Amount(quotient.Numerator, totals, some.Days), Amount(quotient.Denominator, totals, some.Days)),
            MetricFormula.Growth growth => Divide(
                Amount(growth.Component, totals, some.Days) - Amount(growth.Component, totals, some.Before),
                Amount(growth.Component, totals, some.Before)),
            _ => throw new ArgumentOutOfRangeException(nameof(formula)),
        };
    }

    private decimal? Amount(MetricComponent component, ComponentTotals totals, DateRange days)
    {
        if (_slice.FirstDay is not { } first || days.To < first || days.From > _periods.Today)
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

    private static decimal? Change(decimal? value, decimal? previous, MetricUnit unit)
    {
        var change = unit switch
        {
            MetricUnit.Ratio => value - previous,
            MetricUnit.Money or MetricUnit.Count or MetricUnit.Days => previous is null or 0 ? null : (value - previous) / Math.Abs(previous.Value),
        };
        return Round(change, MetricUnit.Ratio);
    }

    private static decimal? Round(decimal? value, MetricUnit unit) =>
        value is null ? null : decimal.Round(value.Value, Decimals(unit), MidpointRounding.AwayFromZero);

    private static int Decimals(MetricUnit unit) => unit switch
    {
        MetricUnit.Money or MetricUnit.Days => 2,
        MetricUnit.Count => 0,
        MetricUnit.Ratio => 6,
    };
}
