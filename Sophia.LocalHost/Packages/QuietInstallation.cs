using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Packages;

/// <summary>While it lasts, packages start no services and create no Postgres cluster; ending it restores the machine.</summary>
internal sealed class QuietInstallation : IAsyncDisposable
{
    // Debian's own switch: whatever asks to start a service is told "forbidden" (101).
    private const string Policy = "/usr/sbin/policy-rc.d";
    private const string PolicyKept = "/usr/sbin/policy-rc.d.before-sophia";
    private const string ClusterFolder = "/etc/postgresql-common/createcluster.d";
    private const string ClusterSetting = ClusterFolder + "/sophia.conf";

    // A policy that is there already is put aside once: after a crash the one in place is ours, and the kept one is theirs.
    private const string Begin = $"""
        set -e
        if [ -e {Policy} ] && [ ! -e {PolicyKept} ] && ! grep -q '^# sophia$' {Policy}; then mv {Policy} {PolicyKept}; fi
        printf '#!/bin/sh\n# sophia\nexit 101\n' > {Policy}
        chmod 755 {Policy}
        mkdir -p {ClusterFolder}
        echo 'create_main_cluster = false' > {ClusterSetting}
        """;

    private const string End = $"""
        rm -f {Policy} {ClusterSetting}
        rmdir --ignore-fail-on-non-empty {ClusterFolder}
        if [ -e {PolicyKept} ]; then mv {PolicyKept} {Policy}; fi
        """;

    private readonly IReadOnlyList<string> _asRoot;

    private QuietInstallation(IReadOnlyList<string> asRoot) => _asRoot = asRoot;

    public static async Task<QuietInstallation> BeginAsync(IReadOnlyList<string> asRoot, CancellationToken cancellationToken)
    {
        await ProcessRunner.RunCheckedAsync(Shell(asRoot, Begin), onLine: null, cancellationToken);
        return new QuietInstallation(asRoot);
    }

    // Not cancelled with the installation: the machine must be as it was.
    public async ValueTask DisposeAsync() => await ProcessRunner.RunCheckedAsync(Shell(_asRoot, End), onLine: null, CancellationToken.None);

    private static ProcessCommand Shell(IReadOnlyList<string> asRoot, string script)
    {
        IReadOnlyList<string> line = [.. asRoot, "/bin/sh", "-c", script];
        return new ProcessCommand(line[0], [.. line.Skip(1)]) { WorkingDirectory = "/" };
    }
}
