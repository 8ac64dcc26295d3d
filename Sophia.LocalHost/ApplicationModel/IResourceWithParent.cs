namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that lives inside another one.</summary>
/// <typeparam name="T">The type of the resource around it.</typeparam>
public interface IResourceWithParent<out T> : IResource
    where T : IResource
{
    /// <summary>The resource around it.</summary>
    T Parent { get; }
}
