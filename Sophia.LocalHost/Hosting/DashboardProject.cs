using System.Reflection;

namespace Aspire.Hosting;

/// <summary>The dashboard that this host brings along, where the AppHost's build marked a project reference with <c>IsDashboard="true"</c>.</summary>
internal sealed class DashboardProject : IProjectMetadata
{
    public required string ProjectPath { get; init; }

    public required string? AssemblyPath { get; init; }

    /// <summary>The dashboard of the program that runs; null when it has none.</summary>
    public static DashboardProject? Find(Assembly? program)
    {
        var metadata = program?.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value, StringComparer.Ordinal);
        return metadata?["DashboardProjectPath"].FirstOrDefault() is { } path
            ? new DashboardProject { ProjectPath = path, AssemblyPath = metadata["DashboardAssemblyPath"].FirstOrDefault() }
            : null;
    }
}
