namespace Sophia.LocalHost.Servers;

/// <summary>Writes files that only the host's user can read.</summary>
internal static class PrivateFile
{
    /// <summary>Replaces the file in one step, so that a reader or a crash never sees half of it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var half = path + ".new";
        File.Delete(half);
        using (var file = new FileStream(half, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }
}
