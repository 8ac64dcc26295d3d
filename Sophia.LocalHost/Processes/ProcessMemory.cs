using System.Globalization;

namespace Sophia.LocalHost.Processes;

/// <summary>Reads how much memory processes use.</summary>
internal static class ProcessMemory
{
    /// <summary>The proportional set size together, in bytes: pages that several processes share count once. Processes that are gone or belong to others count 0.</summary>
    public static long ReadProportionalSetSize(IEnumerable<int> processes) => processes.Sum(Read);

    /// <summary>Reads the line <c>Pss:               12345 kB</c>.</summary>
    private static long Read(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(static line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(4, line.Length - 6), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
