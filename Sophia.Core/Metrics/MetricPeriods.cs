namespace Sophia.Core.Metrics;

/// <summary>Every period that answering a query looks at.</summary>
internal sealed class MetricPeriods
{
    /// <summary>Lays out <paramref name="query"/> as of <paramref name="today"/>, a UTC day.</summary>
    public MetricPeriods(MetricQuery query, DateOnly today)
    {
        Today = today;
        Whole = new(Cut(query.Range), Cut(query.Range).PreviousPeriod());
        var buckets = TimeBuckets.Split(query.Range, query.Granularity);
        Points = [.. buckets.Select(bucket => WithBefore(bucket, query.Granularity))];
        ComparedWholes = [.. query.ComparedRanges.Select(static compared => new DateRange(compared.From, compared.To)).Select(static days => new Period(days, days.PreviousPeriod()))];
        if (ComparedWholes is [var first, ..])
        {
            ComparedPoints =
            [
                .. TimeBuckets.Opposite(buckets, query.Range, first.Days, query.Granularity)
                    .Select(bucket => bucket is { } some ? WithBefore(some, query.Granularity) : (Period?)null),
            ];
        }
    }

    /// <summary>The present UTC day; nothing after it is known.</summary>
    public DateOnly Today { get; }

    /// <summary>The range asked for.</summary>
    public Period Whole { get; }

    /// <summary>The points of its series.</summary>
    public IReadOnlyList<Period> Points { get; }

    /// <summary>The ranges that it is held against.</summary>
    public IReadOnlyList<Period> ComparedWholes { get; }

    /// <summary>For each point the one of the first compared range that it is held against; null where there is none.</summary>
    public IReadOnlyList<Period?> ComparedPoints { get; } = [];

    /// <summary>All of them.</summary>
    public IEnumerable<Period> All =>
        Points.Append(Whole).Concat(ComparedPoints.OfType<Period>()).Concat(ComparedWholes);

    private Period WithBefore(DateRange bucket, Granularity granularity) => new(Cut(bucket), TimeBuckets.Before(Cut(bucket), granularity));

    // The part that has happened: what is planned is not known yet, and growth holds it against as long a time before.
    private DateRange Cut(DateRange range) => range.From <= Today && Today < range.To ? range with { To = Today } : range;

    /// <summary>A period and the one right before, as long, that its growth is measured against.</summary>
    public readonly record struct Period(DateRange Days, DateRange Before);
}
