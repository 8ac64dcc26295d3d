using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>
/// The rejection threshold of OpenTelemetry's consistent probability sampling: of 2^56 traces this many are rejected, those whose
/// id ends in a smaller number. So whoever decides with the same threshold decides the same about a trace, and whoever keeps more keeps those too.
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/</remarks>
internal readonly record struct SamplingThreshold
{
    private const int Bits = 56;
    private const long All = 1L << Bits;

    // Finer steps than 2^-24 nobody needs, and each digit goes with every span and request.
    private const long Step = 1L << (Bits - 24);

    private SamplingThreshold(long value) => Value = value;

    /// <summary>Keeps every trace.</summary>
    public static SamplingThreshold KeepAll => default;

    /// <summary>How many of 2^56 traces are rejected.</summary>
    public long Value { get; }

    /// <summary>The share that is kept, above 0 and at most 1.</summary>
    public double Probability => (All - Value) / (double)All;

    /// <summary>The list member that travels in <c>tracestate</c>: <c>th:</c> and 1 to 14 hexadecimal digits without the zeros at their end.</summary>
    public string TraceState => Value == 0
        ? "ot=th:0"
        : "ot=th:" + Value.ToString("x14", CultureInfo.InvariantCulture).TrimEnd('0');

    /// <summary>The threshold that keeps this share of all traces.</summary>
    /// <param name="probability">The share; what is outside 2^-24 to 1 is moved there.</param>
    public static SamplingThreshold FromProbability(double probability)
    {
        var kept = Math.Clamp((long)Math.Round(probability * All / Step) * Step, Step, All);
        return new(All - kept);
    }

    /// <summary>Whether a trace is kept.</summary>
    /// <param name="trace">Its id, of which the last seven bytes are random.</param>
    public bool Keeps(ActivityTraceId trace)
    {
        Span<byte> bytes = stackalloc byte[16];
        trace.CopyTo(bytes);
        return (BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) & (All - 1)) >= Value;
    }
}
