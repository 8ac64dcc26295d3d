using System.Xml.Linq;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Architecture;

public sealed class ReferenceArrowsTests
{
    // Who may know whom. A project that is not here fails the test until somebody decides its place.
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Sophia.Components"] = [],
        ["Sophia.Core"] = [],
        ["Sophia.ServiceDefaults"] = [],
        ["Sophia.LocalHost"] = [],
        ["Sophia.Data"] = ["Sophia.Core"],
        ["Sophia.Integrations"] = ["Sophia.Core"],
        ["Sophia.Api"] = ["Sophia.Core", "Sophia.Data", "Sophia.Integrations", "Sophia.ServiceDefaults"],
        ["Sophia.Agents"] = ["Sophia.Core", "Sophia.Data", "Sophia.Integrations", "Sophia.ServiceDefaults"],
        ["Sophia.Web"] = ["Sophia.Components", "Sophia.Core", "Sophia.ServiceDefaults"],
        ["Sophia.Dashboard"] = ["Sophia.Components", "Sophia.ServiceDefaults"],
        ["Sophia.Sandbox"] = ["Sophia.ServiceDefaults"],
        // The application model starts these; it sees none of their code.
        ["Sophia.AppHost"] = ["Sophia.LocalHost"],
    };

    // These two look at everything, so no arrow points at them.
    private static readonly string[] s_observers = ["Sophia.Tests", "Sophia.Benchmarks"];

    public static TheoryData<string> Projects => [.. ProjectFiles().Keys.Except(s_observers, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_the_design_lets_it_know(string project)
    {
        Assert.True(s_allowed.TryGetValue(project, out var allowed), $"{project} has no place in the design's arrows.");
        Assert.Empty(CodeReferences(ProjectFiles()[project]).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void The_application_model_sees_no_code_of_the_services_that_it_starts()
    {
        var references = References(ProjectFiles()["Sophia.AppHost"]);

        var started = references.Where(static reference => Name(reference) != "Sophia.LocalHost").ToArray();
        Assert.NotEmpty(started);
        Assert.All(started, static reference => Assert.Equal("false", (string?)reference.Attribute("ReferenceOutputAssembly")));
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Sophia.sln"));

        Assert.All(ProjectFiles().Keys, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> ProjectFiles() =>
        Directory.EnumerateDirectories(Repository.Root, "Sophia.*")
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .ToDictionary(static file => Path.GetFileNameWithoutExtension(file)!, StringComparer.Ordinal);

    private static IEnumerable<string> CodeReferences(string projectFile) =>
        References(projectFile)
            .Where(static reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(Name);

    private static IEnumerable<XElement> References(string projectFile) =>
        XDocument.Load(projectFile).Descendants("ProjectReference");

    private static string Name(XElement reference) =>
        Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));
}
