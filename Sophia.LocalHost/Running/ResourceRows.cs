namespace Sophia.LocalHost.Running;

/// <summary>The board's rows as different readers want them. A project's only replica is, for all of them, the project itself.</summary>
internal static class ResourceRows
{
    /// <summary>One row per process, or per resource without one.</summary>
    public static IReadOnlyList<ResourceSnapshot> OfProcesses(IReadOnlyList<ResourceSnapshot> all)
    {
        var replicas = CountReplicas(all);
        return [.. all.Where(row => row.ReplicaOf is { } project ? replicas[project] > 1 : replicas.GetValueOrDefault(row.Name) <= 1)];
    }

    /// <summary>The same, and above several replicas their project.</summary>
    public static IReadOnlyList<ResourceSnapshot> ForPeople(IReadOnlyList<ResourceSnapshot> all)
    {
        var replicas = CountReplicas(all);
        return [.. all.Where(row => row.ReplicaOf is not { } project || replicas[project] > 1)];
    }

    private static Dictionary<string, int> CountReplicas(IEnumerable<ResourceSnapshot> all) =>
        all.Select(row => row.ReplicaOf).OfType<string>().CountBy(project => project, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
