using System.Text;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Attribute names repeat endlessly, so each is made a string once.</summary>
internal static class TelemetryStrings
{
    // Bounded: a sender that makes names up gets strings of its own after these.
    private const int Most = 4096;
    private static readonly Dictionary<byte[], string> s_known = new(Utf8Comparer.Instance);
    private static readonly Lock s_gate = new();

    /// <summary>The string of these bytes.</summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <returns>The text.</returns>
    public static string Shared(ReadOnlySpan<byte> utf8)
    {
        lock (s_gate)
        {
            var lookup = s_known.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (lookup.TryGetValue(utf8, out var known))
            {
                return known;
            }

            var text = Encoding.UTF8.GetString(utf8);
            if (s_known.Count < Most && utf8.Length <= 256)
            {
                lookup[utf8] = text;
            }

            return text;
        }
    }
}
