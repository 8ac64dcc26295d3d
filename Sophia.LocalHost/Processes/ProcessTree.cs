using System.Globalization;

namespace Sophia.LocalHost.Processes;

/// <summary>Reads <c>/proc</c>, since a bare machine has neither ps nor ss.</summary>
internal static class ProcessTree
{
    /// <summary>The direct children, oldest first.</summary>
    public static IReadOnlyList<int> ChildrenOf(int processId) =>
        [.. Parents().Where(p => p.Parent == processId).Select(p => p.Child).Order()];

    /// <summary>The children, their children, and so on.</summary>
    public static IReadOnlyList<int> DescendantsOf(int processId)
    {
        var parents = Parents().ToLookup(p => p.Parent, p => p.Child);
        List<int> found = [.. parents[processId]];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(parents[found[i]]);
        }

        return found;
    }

    /// <summary>Whether the process runs; one that has ended and waits to be collected does not.</summary>
    public static bool IsRunning(int processId) => ReadStatus(processId) is { State: not ('Z' or 'X') };

    private static List<(int Child, int Parent)> Parents()
    {
        List<(int, int)> parents = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var child)
                && ReadStatus(child) is { } status)
            {
                parents.Add((child, status.Parent));
            }
        }

        return parents;
    }

    /// <summary>Reads <c>5858 (beam.smp) S 5856 …</c>; the name may itself hold blanks and brackets.</summary>
    private static (char State, int Parent)? ReadStatus(int processId)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{processId}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }
}
