using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>Figures that were learnt, in the precision in which metrics are shown.</summary>
internal static class MetricValue
{
    public static decimal Round(double value, MetricUnit unit) =>
        decimal.Round((decimal)Math.Clamp(value, -1e18, 1e18), unit == MetricUnit.Ratio ? 6 : 2, MidpointRounding.AwayFromZero);
}
