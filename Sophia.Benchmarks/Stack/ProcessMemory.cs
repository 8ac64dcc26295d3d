using System.Globalization;

namespace Sophia.Benchmarks.Stack;

/// <summary>Reads what processes hold of the machine's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>
    /// The proportional set size of some processes, in bytes: shared pages are divided among those that share them, so
    /// the sum counts each page once.
    /// </summary>
    public static long ReadProportionalSetSize(IEnumerable<int> processIds) => processIds.Sum(Read);

    private static long Read(int processId)
    {
        try
        {
            // Pss:              12345 kB
            var line = File.ReadLines($"/proc/{processId}/smaps_rollup").First(static line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.AsSpan(4).Trim(" kB\t"), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we looked.
            return 0;
        }
    }
}
