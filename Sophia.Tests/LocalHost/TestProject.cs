using Aspire.Hosting;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.LocalHost;

/// <summary>What the AppHost's build generates, for the API project.</summary>
internal sealed class TestProject : IProjectMetadata
{
    public string ProjectPath => Path.Combine(Repository.Root, "Sophia.Api", "Sophia.Api.csproj");
}
