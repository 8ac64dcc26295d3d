using System.Globalization;

namespace Sophia.LocalHost.Processes;

/// <summary>Reads <c>/proc</c>, since a bare machine has neither ps nor ss.</summary>
internal static class ProcessTree
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const int TicksPerSecond = 100;

    /// <summary>The direct children, oldest first.</summary>
    public static IReadOnlyList<int> ChildrenOf(int processId) =>
        [.. All().Where(p => p.Parent == processId).Select(p => p.Id).Order()];

    /// <summary>The children, their children, and so on.</summary>
    public static IReadOnlyList<int> DescendantsOf(int processId) => DescendantsOf(processId, All().ToLookup(p => p.Parent, p => p.Id));

    /// <summary>Of several trees at one moment: the processor time that each has used, and its processes. A root that has ended is left out.</summary>
    public static IReadOnlyDictionary<int, (TimeSpan Processor, IReadOnlyList<int> Processes)> TreesOf(IReadOnlyCollection<int> roots)
    {
        var all = All();
        var children = all.ToLookup(p => p.Parent, p => p.Id);
        var times = all.ToDictionary(p => p.Id, p => p.Processor);
        return roots.Where(times.ContainsKey).Distinct().ToDictionary(root => root, root =>
        {
            IReadOnlyList<int> tree = [root, .. DescendantsOf(root, children)];
            return (TimeSpan.FromTicks(tree.Sum(process => times[process].Ticks)), tree);
        });
    }

    /// <summary>Whether the process runs; one that has ended and waits to be collected does not.</summary>
    public static bool IsRunning(int processId) => Read(processId) is { State: not ('Z' or 'X') };

    private static List<int> DescendantsOf(int processId, ILookup<int, int> children)
    {
        List<int> found = [.. children[processId]];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(children[found[i]]);
        }

        return found;
    }

    private static List<Entry> All()
    {
        List<Entry> processes = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id) is { } process)
            {
                processes.Add(process);
            }
        }

        return processes;
    }

    /// <summary>Reads <c>5858 (beam.smp) S 5856 …</c>; the name may itself hold blanks and brackets.</summary>
    private static Entry? Read(int processId)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{processId}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            // User and system time, its own and that of children that have ended: so a tree's time never goes back when one ends.
            var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return new Entry(processId, fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture), TimeSpan.FromSeconds((double)ticks / TicksPerSecond));
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private sealed record Entry(int Id, char State, int Parent, TimeSpan Processor);
}
