using System.Runtime.InteropServices;

namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>A value that a share of the runs does not exceed.</summary>
/// <param name="Share">Between 0 and 1.</param>
/// <param name="Value">In the organisation's currency.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastQuantile(double Share, double Value);
