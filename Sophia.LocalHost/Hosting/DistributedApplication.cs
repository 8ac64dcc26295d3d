namespace Aspire.Hosting;

/// <summary>A described application, ready to run.</summary>
public sealed class DistributedApplication
{
    internal DistributedApplication(IDistributedApplicationBuilder builder) { Builder = builder; }
    internal IDistributedApplicationBuilder Builder { get; }
}
