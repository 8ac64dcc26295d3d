using System.Runtime.InteropServices;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>A point of a request.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Time">Its time, in milliseconds since 1970.</param>
/// <param name="Start">When the sum that it reports began; 0 where that is not known.</param>
/// <param name="Value">Its value, or a histogram's sum.</param>
/// <param name="Count">Histogram: how many values.</param>
/// <param name="FirstBucket">Histogram: where its buckets begin in the list of all.</param>
/// <param name="Exemplar">Its latest exemplar with a trace.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DecodedPoint(
    SeriesEntry Series, long Time, long Start, double Value, long Count, int FirstBucket, PointExemplar Exemplar);
