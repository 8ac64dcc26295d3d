using Sophia.LocalHost.Packages;

namespace Sophia.Tests.Infrastructure;

/// <summary>The browser of this machine; installed where the machine has none and the tests may install.</summary>
internal static class Chromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    public static async Task<string> FindOrInstallAsync()
    {
        if (Find() is { } found)
        {
            return found;
        }

        await DebianPackages.EnsureAsync(["chromium", "fonts-liberation"], Console.Error.WriteLine, CancellationToken.None);
        return Find() ?? throw new InvalidOperationException("Chromium was installed but is not on PATH.");
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(static folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
