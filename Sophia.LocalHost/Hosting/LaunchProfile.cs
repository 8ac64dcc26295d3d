using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The first "Project" profile of a project's <c>Properties/launchSettings.json</c>.</summary>
internal sealed record LaunchProfile(string Name, IReadOnlyList<Uri> Urls, IReadOnlyDictionary<string, string> Environment) : IResourceAnnotation
{
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The profile, or null when the project has none.</summary>
    public static LaunchProfile? Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file), s_lenient);
        foreach (var profile in document.RootElement.GetProperty("profiles").EnumerateObject())
        {
            if (profile.Value.TryGetProperty("commandName", out var command) && command.GetString() is "Project")
            {
                return new LaunchProfile(profile.Name, ReadUrls(profile.Value), ReadEnvironment(profile.Value));
            }
        }

        return null;
    }

    private static List<Uri> ReadUrls(JsonElement profile) =>
        profile.TryGetProperty("applicationUrl", out var urls)
            ? [.. urls.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(url => new Uri(url))]
            : [];

    private static Dictionary<string, string> ReadEnvironment(JsonElement profile) =>
        profile.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString() ?? "", StringComparer.Ordinal)
            : [];
}
