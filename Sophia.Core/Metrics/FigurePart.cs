using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>A part of a figure: what rows add up to.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Component">What its rows contribute.</param>
/// <param name="Days">The days that flows are in; a stock is the one at their end.</param>
/// <param name="IsAverage">Whether it is a stock's average over the days: half of what it is before them and half of what it is at their end.</param>
public readonly record struct FigurePart(MetricPart Part, MetricComponent Component, DateRange Days, bool IsAverage = false)
{
    /// <summary>The parts of what a query with one metric asks for, as of <paramref name="today"/>, a UTC day.</summary>
    public static IReadOnlyList<FigurePart> Of(MetricQuery query, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (days, before) = new MetricPeriods(query, today).Whole;
        return query.Metrics[0].Formula switch
        {
            MetricFormula.Total total => [new(MetricPart.Value, total.Component, days)],
            MetricFormula.Quotient quotient =>
                [new(MetricPart.Numerator, quotient.Numerator, days), new(MetricPart.Denominator, quotient.Denominator, days)],
            MetricFormula.Growth growth => [new(MetricPart.Value, growth.Component, days), new(MetricPart.Before, growth.Component, before)],
            MetricFormula.PerAverage average =>
                [new(MetricPart.Numerator, average.Flow, days), new(MetricPart.Denominator, average.Stock, days, IsAverage: true)],
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
    }
}
