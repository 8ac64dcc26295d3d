namespace Sophia.LocalHost.Servers;

/// <summary>Held while a host uses a folder; the kernel lets go of it however the host ends.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <returns>Null when another host holds it.</returns>
    public static InstanceLock? TryTake(string directory)
    {
        try
        {
            // FileShare.None is an advisory flock on Linux.
            return new InstanceLock(new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
