namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address that a project listens on.</summary>
/// <param name="name">The endpoint's name, by default its scheme.</param>
/// <param name="scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="port">The wanted port; null for any free one.</param>
internal sealed class EndpointAnnotation(string name, string scheme, int? port) : IResourceAnnotation
{
    public string Name { get; } = name;

    public string Scheme { get; } = scheme;

    public int? Port { get; } = port;

    /// <summary>The port of this run; set before anything starts.</summary>
    public int? AllocatedPort { get; set; }

    public bool IsExternal { get; set; }
}
