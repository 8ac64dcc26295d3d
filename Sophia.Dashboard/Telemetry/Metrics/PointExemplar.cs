using System.Runtime.InteropServices;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>An exemplar, as it is kept.</summary>
/// <param name="Time">When it was measured, in milliseconds since 1970.</param>
/// <param name="Value">The value.</param>
/// <param name="Trace">Its trace.</param>
/// <param name="Span">Its span.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PointExemplar(long Time, double Value, UInt128 Trace, ulong Span);
