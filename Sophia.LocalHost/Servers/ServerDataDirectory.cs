using System.Security.Cryptography;
using System.Text;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>Chooses where the servers keep their data.</summary>
internal static class ServerDataDirectory
{
    private const UnixFileMode Traversable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// The wanted folder where the servers' users can reach it, else one under <c>/var/lib/sophia</c> named after it: a checkout below
    /// a home that only its owner may enter is out of reach for them.
    /// </summary>
    public static async Task<string> ChooseAsync(string wanted, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(wanted);
        File.SetUnixFileMode(wanted, Traversable);
        // What this user may not enter, the servers' users may not either, and they may not exist yet.
        if (SystemUser.FirstOf("nobody") is not { } stranger || await CanEnterAsync(stranger, wanted, cancellationToken))
        {
            return wanted;
        }

        var elsewhere = Path.Combine("/var/lib/sophia", Fingerprint(wanted));
        Directory.CreateDirectory(elsewhere, Traversable);
        File.SetUnixFileMode("/var/lib/sophia", Traversable);
        return elsewhere;
    }

    /// <summary>Asks the kernel, as that user: modes of parents, access lists and mounts all count.</summary>
    private static async Task<bool> CanEnterAsync(SystemUser user, string folder, CancellationToken cancellationToken)
    {
        var test = new ProcessCommand("test", "-x", folder) { WorkingDirectory = "/", User = user };
        return await ProcessRunner.RunAsync(test, onLine: null, cancellationToken) is (0, _);
    }

    private static string Fingerprint(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
