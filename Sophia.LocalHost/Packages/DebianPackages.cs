using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Packages;

/// <summary>Installs packages on Debian and Ubuntu without letting them start services or create database clusters.</summary>
public static class DebianPackages
{
    /// <summary>Installs those of the packages that are missing; does nothing when none is.</summary>
    /// <param name="packages">Debian package names.</param>
    /// <param name="onProgress">Gets short texts such as <c>installing postgresql (45 %)</c>.</param>
    /// <param name="cancellationToken">Ends the installation; the next one repairs what it leaves.</param>
    /// <exception cref="PackageInstallationException">Not Debian, not permitted, or apt failed.</exception>
    public static async Task EnsureAsync(IReadOnlyCollection<string> packages, Action<string> onProgress, CancellationToken cancellationToken)
    {
        if (!File.Exists("/etc/debian_version") || !File.Exists("/usr/bin/apt-get"))
        {
            throw new PackageInstallationException($"Missing: {string.Join(", ", packages)}. This machine has no apt.");
        }

        var missing = await FindMissingAsync(packages, cancellationToken);
        if (missing.Count == 0)
        {
            return;
        }

        IReadOnlyList<string> asRoot = await FindWayToRootAsync(cancellationToken)
            ?? throw new PackageInstallationException($"Missing: {string.Join(", ", missing)}. Run once: sudo apt-get install {string.Join(' ', missing)}");
        await using (await QuietInstallation.BeginAsync(asRoot, cancellationToken))
        {
            var apt = new AptCommand(asRoot, onProgress);
            await apt.RepairAsync(cancellationToken);
            await apt.UpdateAsync(cancellationToken);
            await apt.InstallAsync(missing, cancellationToken);
        }
    }

    private static async Task<List<string>> FindMissingAsync(IReadOnlyCollection<string> packages, CancellationToken cancellationToken)
    {
        List<string> missing = [];
        foreach (var package in packages)
        {
            var query = new ProcessCommand("dpkg-query", "-W", "-f", "${db:Status-Status}", package) { WorkingDirectory = "/" };
            if (await ProcessRunner.RunAsync(query, onLine: null, cancellationToken) is not (0, "installed"))
            {
                missing.Add(package);
            }
        }

        return missing;
    }

    /// <summary>Nothing for root, sudo in CI where it asks no password; null when this user must not install.</summary>
    private static async Task<IReadOnlyList<string>?> FindWayToRootAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            return [];
        }

        if (Environment.GetEnvironmentVariable("CI") is not ("true" or "1") || !File.Exists("/usr/bin/sudo"))
        {
            return null;
        }

        var (exitCode, _) = await ProcessRunner.RunAsync(new ProcessCommand("sudo", "-n", "true") { WorkingDirectory = "/" }, onLine: null, cancellationToken);
        return exitCode == 0 ? ["sudo", "-n"] : null;
    }
}
