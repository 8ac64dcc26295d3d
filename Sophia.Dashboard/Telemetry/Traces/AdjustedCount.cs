using System.Globalization;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>
/// How many spans a kept one stands for, by OpenTelemetry's consistent probability sampling: <c>ot=th:…</c> in the span's
/// <c>tracestate</c> says how many of 2^56 its sender rejects.
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/</remarks>
internal static class AdjustedCount
{
    private const int Digits = 14;
    private const ulong All = 1UL << (Digits * 4);

    /// <summary>Reads it.</summary>
    /// <param name="traceState">The span's <c>tracestate</c>.</param>
    /// <param name="trace">The span's trace.</param>
    /// <returns>At least 1; 1 also where nothing is said or what is said would not have kept this trace.</returns>
    public static float Read(ReadOnlySpan<byte> traceState, UInt128 trace)
    {
        foreach (var range in traceState.Split((byte)','))
        {
            var member = traceState[range].Trim(" \t"u8);
            if (member.StartsWith("ot="u8))
            {
                return Read(member[3..], (ulong)trace & (All - 1));
            }
        }

        return 1;
    }

    private static float Read(ReadOnlySpan<byte> member, ulong randomness)
    {
        ulong? threshold = null;
        foreach (var range in member.Split((byte)';'))
        {
            var pair = member[range];
            if (pair.StartsWith("th:"u8))
            {
                threshold = Number(pair[3..]);
            }
            else if (pair.StartsWith("rv:"u8) && pair.Length == 3 + Digits)
            {
                randomness = Number(pair[3..]) ?? randomness;
            }
        }

        return threshold is { } rejected && randomness >= rejected ? (float)(All / (double)(All - rejected)) : 1;
    }

    /// <summary>Zeros at the end are left out.</summary>
    private static ulong? Number(ReadOnlySpan<byte> digits) =>
        digits.Length is > 0 and <= Digits && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number << ((Digits - digits.Length) * 4)
            : null;
}
