using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Where a project of the application is; one class per project is generated when the AppHost is built.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The project file's full path.</summary>
    string ProjectPath { get; }

    /// <summary>Whether the project is built already.</summary>
    bool SuppressBuild => false;

    /// <summary>The built assembly's full path, so that starting asks no build tool; null when unknown.</summary>
    string? AssemblyPath => null;
}
