using Sophia.Core.Metrics;

namespace Sophia.Web.Charts;

/// <summary>What a chart draws. How it looks is the browser's part.</summary>
public sealed record ChartContent
{
    /// <summary>How it is drawn.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>The axis' labels.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>What the values are counted in.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>The ISO 4217 code of amounts of money, else null.</summary>
    public string? Currency { get; init; }

    /// <summary>The series itself.</summary>
    public required ChartSeries Current { get; init; }

    /// <summary>The compared series, or null.</summary>
    public ChartSeries? Previous { get; init; }

    /// <summary>Where each of the current series' values leads, or null for a value that leads nowhere.</summary>
    public IReadOnlyList<string?> Links { get; init; } = [];

    /// <summary>How each of a waterfall's values is to be taken; as many.</summary>
    public IReadOnlyList<ChartTone> Tones { get; init; } = [];

    /// <summary>Whether the series' last point is not over yet.</summary>
    public bool LastIsOpen { get; init; }

    /// <summary>What is expected, or null; an area chart's categories go on beyond the series for it.</summary>
    public ChartForecast? Forecast { get; init; }

    /// <summary>The indexes of the current series' values that stand out; an area chart marks them.</summary>
    public IReadOnlyList<int> Marks { get; init; } = [];
}
