namespace Sophia.Dashboard.Charts;

/// <summary>Moments as the browser counts them.</summary>
public static class ChartTime
{
    /// <summary>Milliseconds since 1970.</summary>
    public static double Milliseconds(this DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}
