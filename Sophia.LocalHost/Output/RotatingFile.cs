namespace Sophia.LocalHost.Output;

/// <summary>A text file that starts anew when it is large and keeps the one before.</summary>
internal sealed class RotatingFile(string path) : IDisposable
{
    // Two files of 10 MB per resource at most.
    private const long Largest = 10 * 1024 * 1024;
    private StreamWriter _writer = Open(path);

    public void Write(string line)
    {
        if (_writer.BaseStream.Length > Largest)
        {
            _writer.Dispose();
            File.Move(path, path + ".1", overwrite: true);
            _writer = Open(path);
        }

        _writer.WriteLine(line);
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private static StreamWriter Open(string path)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            // Logs can quote personal data.
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        var endsInLine = file.Length == 0 || (file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() == '\n');
        file.Seek(0, SeekOrigin.End);
        var writer = new StreamWriter(file);
        if (!endsInLine)
        {
            // A host that was killed may have left half a line.
            writer.WriteLine();
        }

        return writer;
    }
}
