using System.Runtime.InteropServices;

namespace Sophia.LocalHost.Processes;

/// <summary>The few system calls that .NET has no member for.</summary>
internal static partial class Posix
{
    public const int SignalInterrupt = 2;
    public const int SignalKill = 9;
    public const int SignalTerminate = 15;

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Signal(int processId, int signal) => _ = Kill(processId, signal);

    /// <summary>Gives a file, folder or link to a user.</summary>
    /// <exception cref="IOException">Not permitted, or no such path.</exception>
    public static void GiveTo(string path, SystemUser user)
    {
        if (ChangeOwner(path, user.UserId, user.GroupId) != 0)
        {
            throw new IOException($"Cannot give {path} to user {user.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint userId, uint groupId);
}
