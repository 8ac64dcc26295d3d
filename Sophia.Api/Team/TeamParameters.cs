using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Core.Metrics;

namespace Sophia.Api.Team;

/// <summary>What people are asked about.</summary>
internal sealed record TeamParameters
{
    private const string HistoryName = "history";
    private const int UsualHistory = 12;

    // Three years of history, and the three before to hold them against.
    private const int LongestHistory = 36;

    /// <summary>Whose figures.</summary>
    [FromQuery(Name = "department")]
    [Description("The figures of this department only; by default the company's and those of all departments. Example: Engineering")]
    public string? Department { get; init; }

    /// <summary>How far back.</summary>
    [FromQuery(Name = HistoryName)]
    [Description("How many months of history, 1 to 36, the running one included; by default 12.")]
    public string? History { get; init; }

    /// <summary>The length of points.</summary>
    [FromQuery(Name = "granularity")]
    [Description("How long the points of the history are: day, week, month or quarter; by default what suits it.")]
    public string? Granularity { get; init; }

    /// <summary>The comparison.</summary>
    [FromQuery(Name = "compare")]
    [Description("What to hold the range against: none, previousPeriod or previousYear; by default none.")]
    public string? Compare { get; init; }

    /// <summary>The query, or what is wrong with the parameters.</summary>
    /// <param name="metrics">The keys of the metrics to ask for.</param>
    /// <param name="today">The present UTC day.</param>
    /// <param name="errors">Takes what is wrong, per parameter.</param>
    public MetricQuery? Parse(IReadOnlyList<string> metrics, DateOnly today, Dictionary<string, string[]> errors)
    {
        var months = UsualHistory;
        if (History is { Length: > 0 }
            && (!int.TryParse(History, NumberStyles.None, CultureInfo.InvariantCulture, out months) || months is < 1 or > LongestHistory))
        {
            errors[HistoryName] = [$"'{History}' is not a number of months from 1 to {LongestHistory}."];
            months = UsualHistory;
        }

        var text = new MetricQueryText
        {
            Metrics = metrics,
            From = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Granularity = Granularity,
            Compare = Compare,
            GroupBy = nameof(Dimension.Department),
        };
        var wrongs = text.Parse(today, out var query);
        foreach (var (name, wrong) in wrongs)
        {
            errors[name] = wrong;
        }

        return query;
    }
}
