namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>How a point's value is written.</summary>
internal enum PointForm
{
    /// <summary>As the point before: nothing is written.</summary>
    Same = 0,

    /// <summary>A whole number more or less than the value before.</summary>
    Step = 1,

    /// <summary>Eight bytes.</summary>
    Number = 2,

    /// <summary>Count, sum and buckets: differences to the point before, but the sum.</summary>
    Histogram = 3,
}
