using Sophia.Core.Analytics.Churn;

namespace Sophia.Core.Predictions;

/// <summary>How far the customers that were scored last have moved from those that taught the model.</summary>
/// <param name="ModelVersion">The model that scored them.</param>
/// <param name="MeasuredAt">When they were compared.</param>
/// <param name="Customers">How many were scored.</param>
/// <param name="Columns">Every column of the model, the one that moved most first; empty where nobody is a customer.</param>
public sealed record CustomerDrift(string ModelVersion, DateTimeOffset MeasuredAt, int Customers, IReadOnlyList<FeatureDrift> Columns);
