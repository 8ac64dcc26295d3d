using System.ComponentModel.DataAnnotations;

namespace Sophia.Agents.Analysis;

/// <summary>When analyses run; section <c>Analysis</c>.</summary>
internal sealed class AnalysisOptions
{
    public const string Section = "Analysis";

    /// <summary>The least time between two looks at what changed: a burst of changes is scored once.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The least time between two runs of an analysis that reads everything: quarter, forecasts, customers.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Renewal { get; set; } = TimeSpan.FromMinutes(15);
}
