namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource is told where another one is.</summary>
internal sealed record RelationshipAnnotation(IResource Resource) : IResourceAnnotation;
