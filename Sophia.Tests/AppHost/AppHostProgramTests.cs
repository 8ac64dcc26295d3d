using System.Text.RegularExpressions;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.AppHost;

public sealed partial class AppHostProgramTests
{
    // Of .NET itself and of Microsoft.Extensions.Configuration, which Aspire hands out as it is.
    private static readonly string[] s_ofTheFramework = ["Equals", "Contains", "GetSection", "GetChildren", "All", "Append", "Create", "ToBase64String", "ExportPkcs8PrivateKey", "ExportSubjectPublicKeyInfo"];
    private static readonly string s_program = File.ReadAllText(Path.Combine(Repository.Root, "Sophia.AppHost", "AppHost.cs"));

    [Fact]
    public void The_application_fits_on_a_page() => Assert.InRange(s_program.Split('\n').Length, 1, 100);

    [Fact]
    public void The_application_calls_only_what_Aspire_publishes()
    {
        Assert.SkipUnless(Repository.Shared is not null, "The list of Aspire's members is not beside this checkout, so this was not checked.");
        var published = File.ReadAllText(Path.Combine(Repository.Shared!, "aspire.md"));

        var called = CalledMember().Matches(s_program).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Except(s_ofTheFramework, StringComparer.Ordinal);

        Assert.All(called, name => Assert.Matches($@"\b{name}\b", published));
    }

    [GeneratedRegex(@"\.(?<name>[A-Z]\w+)[<(]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CalledMember();
}
