using Sophia.Core.Dashboard;

namespace Sophia.Web.Dashboard;

/// <summary>What came of asking for figures.</summary>
internal abstract record MetricsAnswer
{
    private MetricsAnswer()
    {
    }

    /// <summary>The figures.</summary>
    public sealed record Figures(DashboardMetrics Metrics) : MetricsAnswer;

    /// <summary>None, and why, in a sentence for the person who looks.</summary>
    public sealed record Failure(string Cause) : MetricsAnswer;
}
