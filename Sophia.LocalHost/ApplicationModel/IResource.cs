namespace Aspire.Hosting.ApplicationModel;

/// <summary>One part of the application: a server, a database, a project or a parameter.</summary>
public interface IResource
{
    /// <summary>The name that other parts and the console know it by, for example <c>api</c>.</summary>
    string Name { get; }

    /// <summary>Facts that the application model attached to the resource, in the order of the calls.</summary>
    ICollection<IResourceAnnotation> Annotations { get; }
}
