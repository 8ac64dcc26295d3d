namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>From a step on, this many units.</summary>
/// <param name="Step">Steps after the end of the history, from 0.</param>
/// <param name="Units">How many units should be running or starting.</param>
public sealed record ScalingStep(int Step, int Units);
