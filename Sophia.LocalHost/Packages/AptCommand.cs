using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Packages;

/// <summary>Runs apt-get and dpkg.</summary>
internal sealed class AptCommand(IReadOnlyList<string> asRoot, Action<string> onProgress)
{
    private const int Attempts = 20;
    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromSeconds(5);

    /// <summary>Finishes an installation that was cut off, for example by a power cut; quick when there is none.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken) => await RunAsync(["dpkg", "--configure", "-a"], cancellationToken);

    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        onProgress("reading package lists");
        // A list that cannot be refreshed is no reason to stop: the packages may be known already.
        await RunAsync(["apt-get", "-q", "-o", "APT::Status-Fd=1", "update"], cancellationToken);
    }

    /// <exception cref="PackageInstallationException">apt failed; the message holds its last lines.</exception>
    public async Task InstallAsync(IReadOnlyCollection<string> packages, CancellationToken cancellationToken)
    {
        onProgress($"installing {string.Join(", ", packages)}");
        var (exitCode, output) = await RunAsync(
            [
                "apt-get", "-q", "-y", "--no-install-recommends", "-o", "APT::Status-Fd=1", "-o", "Dpkg::Options::=--force-confold",
                "-o", "DPkg::Lock::Timeout=300", "install", .. packages,
            ],
            cancellationToken);
        if (exitCode != 0)
        {
            throw new PackageInstallationException($"apt-get install {string.Join(' ', packages)} ended with {exitCode}:\n{output}");
        }
    }

    /// <summary>Runs the command, again while another program holds apt's lock.</summary>
    private async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> line, CancellationToken cancellationToken)
    {
        var variables = new[] { "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
        IReadOnlyList<string> whole = [.. asRoot, "env", .. variables, .. line];
        for (var attempt = 1; ; attempt++)
        {
            var result = await ProcessRunner.RunAsync(
                new ProcessCommand(whole[0], [.. whole.Skip(1)]) { WorkingDirectory = "/" }, ReportProgress, cancellationToken);
            if (result.ExitCode == 0 || attempt == Attempts || !result.Output.Contains("lock", StringComparison.OrdinalIgnoreCase))
            {
                return result;
            }

            onProgress("waiting for another installation to end");
            await Task.Delay(s_betweenAttempts, cancellationToken);
        }
    }

    /// <summary>Turns <c>pmstatus:postgresql-15:45.1:Installing postgresql-15 (amd64)</c> into <c>installing … (45 %)</c>.</summary>
    private void ReportProgress(string line)
    {
        var fields = line.Split(':', 4);
        if (fields is ["pmstatus" or "dlstatus", _, var percent, var text])
        {
            onProgress($"{text.ToLowerInvariant()} ({percent.Split('.')[0]} %)");
        }
    }
}
