using Sophia.Core.Analytics.Discovery.Correlations;

namespace Sophia.Core.Predictions;

/// <summary>Two metrics of which one goes before the other.</summary>
/// <param name="Correlation">How closely, how much earlier, and how surely.</param>
/// <param name="Statement">In words, with the figures.</param>
/// <param name="FoundAt">Since when every look has found it.</param>
/// <param name="Figures">The query that answers the figures it rests on.</param>
public sealed record MetricCorrelation(LaggedCorrelation Correlation, string Statement, DateTimeOffset FoundAt, string Figures);
