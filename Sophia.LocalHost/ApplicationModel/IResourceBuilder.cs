namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource on its way into the application; the calls on it return itself.</summary>
/// <typeparam name="T">The resource's type; covariant, so that a builder of any resource can be waited for.</typeparam>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The application that the resource belongs to.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource itself.</summary>
    T Resource { get; }
}
