namespace Sophia.Core.Alerts;

/// <summary>What a metric's baseline has learnt, as plain numbers, so that another process goes on from there.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Detector">The version of what learnt it; another version begins anew from the metric's history.</param>
/// <param name="LastDay">The last day that is learnt.</param>
/// <param name="Numbers">What the detector remembers; as many for every metric, some 5,000.</param>
public sealed record BaselineState(string Metric, string Detector, DateOnly LastDay, double[] Numbers);
