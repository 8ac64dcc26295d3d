using System.Globalization;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Trace and span ids as people write them.</summary>
internal static class TraceIds
{
    /// <summary>A trace's id in text.</summary>
    /// <param name="trace">The id.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Text(UInt128 trace) => trace.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>A span's id in text.</summary>
    /// <param name="span">The id.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Text(ulong span) => span.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads a trace's id.</summary>
    /// <param name="text">32 hexadecimal digits.</param>
    /// <returns>The id; 0, which no trace has, for another text.</returns>
    public static UInt128 Trace(string text) =>
        text.Length == 32 && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Reads a span's id.</summary>
    /// <param name="text">16 hexadecimal digits.</param>
    /// <returns>The id; 0, which no span has, for another text.</returns>
    public static ulong Span(string text) =>
        text.Length == 16 && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
