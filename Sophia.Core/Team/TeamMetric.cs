using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Core.Team;

/// <summary>What one of the figures means.</summary>
/// <param name="Field">The figure's field in <see cref="TeamAnalytics"/>.</param>
/// <param name="Metric">The metric's key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Definition">What it means, in a sentence.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="GoodDirection">Which way it should move.</param>
/// <param name="Freshness">How fresh it is: over the sources of its own facts.</param>
public sealed record TeamMetric(
    string Field, string Metric, string Name, string Definition, MetricUnit Unit, GoodDirection GoodDirection, FreshnessStatus Freshness);
